namespace LoopNet;

/// <summary>Binary cross-entropy of sigmoid outputs, one of which has come to 0 or to 1 although its target is another.</summary>
public class SaturatedBinaryCrossEntropy : SaturatedLoss
{
    /// <inheritdoc/>
    /// <remarks>Each unit adds max(z, 0) - y z + ln(1 + exp(-|z|)).</remarks>
    public override double Value(double[] z, double[] y)
    {
        double L = 0.0;
        for (int i = 0; i < z.Length; i++)
        {
            double ramp = Math.Max(z[i], 0.0);
            double product = y[i] * z[i];
            double shrunk = CorrectlyRounded.Exp(-Math.Abs(z[i]));
            double logarithm = CorrectlyRounded.Log(1.0 + shrunk);
            double term = ramp - product + logarithm;
            L += term;
        }

        return L;
    }

    /// <inheritdoc/>
    public override void Gradient(double[] a, double[] y, double[] dL_da)
    {
        for (int i = 0; i < y.Length; i++)
        {
            double slope = 0.0;
            if (y[i] != 0.0)
            {
                double divisor = Math.Max(a[i], SmallestDivisor);
                slope -= y[i] / divisor;
            }

            if (y[i] != 1.0)
            {
                double divisor = Math.Max(1.0 - a[i], SmallestDivisor);
                slope += (1.0 - y[i]) / divisor;
            }

            dL_da[i] = slope;
        }
    }
}
