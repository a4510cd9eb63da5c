namespace LoopNet.Verifying;

/// <summary>
/// The sums and products of a step once more, on tensors as a trace holds them, row by row. It is written from the
/// equations and shares no line with the code that it judges: every sum starts at 0.0 and runs in ascending order.
/// </summary>
internal static class Products
{
    /// <summary>z = W a + b, the bias last.</summary>
    public static double[] WeightedSums(double[] W, double[] a, double[]? b)
    {
        double[] z = new double[W.Length / a.Length];
        for (int i = 0; i < z.Length; i++)
        {
            double sum = Dot(W, i * a.Length, 1, a);
            z[i] = b is null ? sum : sum + b[i];
        }

        return z;
    }

    /// <summary>M^T v, for a matrix M with as many rows as v has numbers.</summary>
    public static double[] TransposedProduct(double[] M, double[] v)
    {
        int columns = M.Length / v.Length;
        return [.. Enumerable.Range(0, columns).Select(column => Dot(M, column, columns, v))];
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
        return [.. dL_dz.SelectMany(slope => a.Select(output => 0.0 + (slope * output)))];
    }

    // The sum over a vector and as many elements of a matrix, from one on and a stride apart.
    private static double Dot(double[] M, int first, int stride, double[] v)
    {
        double sum = 0.0;
        for (int k = 0; k < v.Length; k++)
        {
            sum += M[first + (k * stride)] * v[k];
        }

        return sum;
    }
}
