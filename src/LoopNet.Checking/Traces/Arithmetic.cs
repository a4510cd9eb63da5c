namespace LoopNet.Checking;

/// <summary>
/// The sums and products of a step once more, on tensors as a trace holds them, row by row. It is written from the
/// equations and shares no line with the code that it judges: every sum starts at 0.0 and runs in ascending order.
/// </summary>
internal static class Arithmetic
{
    /// <summary>z = W a + b, the bias last.</summary>
    public static double[] WeightedSums(double[] W, double[] a, double[]? b, int units)
    {
        double[] z = new double[units];
        for (int i = 0; i < units; i++)
        {
            double sum = 0.0;
            for (int k = 0; k < a.Length; k++)
            {
                sum += W[(i * a.Length) + k] * a[k];
            }

            z[i] = b is null ? sum : sum + b[i];
        }

        return z;
    }

    /// <summary>M^T v, for a matrix M with as many rows as v has numbers.</summary>
    public static double[] TransposedProduct(double[] M, double[] v, int columns)
    {
        double[] product = new double[columns];
        for (int column = 0; column < columns; column++)
        {
            double sum = 0.0;
            for (int row = 0; row < v.Length; row++)
            {
                sum += M[(row * columns) + column] * v[row];
            }

            product[column] = sum;
        }

        return product;
    }

    /// <summary>The Jacobian of an activation.</summary>
    public static double[] ActivationJacobian(string activation, double[] z, double[] a)
    {
        int n = z.Length;
        double[] jacobian = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n && activation == "softmax"; j++)
            {
                jacobian[(i * n) + j] = 0.0 - (a[i] * a[j]);
            }

            jacobian[(i * n) + i] = activation switch
            {
                "relu" => z[i] > 0.0 ? 1.0 : 0.0,
                "tanh" => 1.0 - (a[i] * a[i]),
                "identity" => 1.0,
                _ => a[i] * (1.0 - a[i]),
            };
        }

        return jacobian;
    }

    /// <summary>dz/dW, where it is small enough to be listed.</summary>
    public static double[] WeightJacobian(int units, double[] a)
    {
        double[] jacobian = new double[units * units * a.Length];
        for (int i = 0; i < units; i++)
        {
            int firstOfDiagonal = ((i * units) + i) * a.Length;
            a.CopyTo(jacobian, firstOfDiagonal);
        }

        return jacobian;
    }

    /// <summary>dL/dW: the outer product, each element a sum of one term.</summary>
    public static double[] OuterProduct(double[] dL_dz, double[] a)
    {
        double[] product = new double[dL_dz.Length * a.Length];
        for (int place = 0; place < product.Length; place++)
        {
            product[place] = 0.0 + (dL_dz[place / a.Length] * a[place % a.Length]);
        }

        return product;
    }

    /// <summary>a - y.</summary>
    public static double[] Difference(double[] a, double[] y)
    {
        double[] difference = new double[a.Length];
        for (int i = 0; i < a.Length; i++)
        {
            difference[i] = a[i] - y[i];
        }

        return difference;
    }

    /// <summary>A sum over a batch, divided by the number of its samples.</summary>
    public static double[] Mean(double[] sum, int samples)
    {
        double[] mean = new double[sum.Length];
        for (int place = 0; place < sum.Length; place++)
        {
            mean[place] = 0.0 + (sum[place] / samples);
        }

        return mean;
    }

    /// <summary>A parameter after its update.</summary>
    public static double[] Moved(double[] parameter, double[] gradient, double eta)
    {
        double[] moved = new double[parameter.Length];
        for (int place = 0; place < moved.Length; place++)
        {
            moved[place] = parameter[place] - (eta * gradient[place]);
        }

        return moved;
    }
}
