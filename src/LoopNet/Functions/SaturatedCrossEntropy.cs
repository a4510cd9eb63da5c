namespace LoopNet;

/// <summary>Cross-entropy of softmax outputs, one of which has vanished although its target is not 0.</summary>
public class SaturatedCrossEntropy : SaturatedLoss
{
    /// <inheritdoc/>
    /// <remarks>-ln a_i = ln sum_j exp(z_j - max) + max - z_i.</remarks>
    public override double Value(double[] z, double[] y)
    {
        double max = Softmax.Largest(z);
        double sum = 0.0;
        for (int i = 0; i < z.Length; i++)
        {
            double shifted = z[i] - max;
            sum += CorrectlyRounded.Exp(shifted);
        }

        double logarithm = CorrectlyRounded.Log(sum);
        double L = 0.0;
        for (int i = 0; i < z.Length; i++)
        {
            if (y[i] != 0.0)
            {
                double surprise = logarithm + max - z[i];
                double term = y[i] * surprise;
                L += term;
            }
        }

        return L;
    }

    /// <inheritdoc/>
    public override void Gradient(double[] a, double[] y, double[] dL_da)
    {
        for (int i = 0; i < y.Length; i++)
        {
            dL_da[i] = 0.0;
            if (y[i] != 0.0)
            {
                double divisor = Math.Max(a[i], SmallestDivisor);
                dL_da[i] = -y[i] / divisor;
            }
        }
    }
}
