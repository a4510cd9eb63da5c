namespace LoopNet;

/// <summary>
/// Softmax, <c>a_i = e^z_i / sum_j e^z_j</c>: positive outputs that add up to 1. Every output depends on every
/// weighted sum, so its Jacobian is a full matrix.
/// </summary>
public class Softmax : Activation
{
    /// <inheritdoc/>
    public override string Name => "softmax";

    /// <inheritdoc/>
    /// <remarks>The largest z is taken off every z first: the quotient stays the same, and no exponential overflows.</remarks>
    public override void Value(double[] z, double[] a)
    {
        double max = Largest(z);
        double sum = 0.0;
        for (int i = 0; i < z.Length; i++)
        {
            double shifted = z[i] - max;
            a[i] = CorrectlyRounded.Exp(shifted);
            sum += a[i];
        }

        for (int i = 0; i < z.Length; i++)
        {
            a[i] = a[i] / sum;
        }
    }

    /// <inheritdoc/>
    /// <remarks>da_i/dz_j = a_i ([i = j] - a_j).</remarks>
    public override void Jacobian(double[] z, double[] a, double[][] da_dz)
    {
        for (int i = 0; i < a.Length; i++)
        {
            double[] row = da_dz[i];
            for (int j = 0; j < a.Length; j++)
            {
                double product = a[i] * a[j];
                row[j] = 0.0 - product;
            }

            double rest = 1.0 - a[i];
            row[i] = a[i] * rest;
        }
    }

    /// <summary>The largest weighted sum, which is taken off every one before its exponential.</summary>
    /// <param name="z">Weighted sums, at least one.</param>
    internal static double Largest(double[] z)
    {
        double max = z[0];
        for (int i = 1; i < z.Length; i++)
        {
            if (z[i] > max)
            {
                max = z[i];
            }
        }

        return max;
    }
}
