using System.Diagnostics;

namespace LoopNet;

/// <summary>
/// Binary cross-entropy, <c>L = -sum_i [y_i ln a_i + (1 - y_i) ln(1 - a_i)]</c>, for sigmoid outputs: every unit answers
/// a yes-or-no question of its own. Targets are 0 to 1.
/// </summary>
public class BinaryCrossEntropy : Loss
{
    private static readonly SaturatedBinaryCrossEntropy Saturated = new();

    /// <inheritdoc/>
    public override string Name => "binary-cross-entropy";

    /// <inheritdoc/>
    public override string Definition => "-sum [y ln a + (1-y) ln(1-a)]";

    /// <inheritdoc/>
    public override bool Accepts(Activation output) => output is Sigmoid;

    /// <inheritdoc/>
    public override string? TargetRule(Activation output) => "numbers from 0 to 1";

    /// <inheritdoc/>
    public override bool AcceptsTarget(Activation output, double[] y)
    {
        foreach (double target in y)
        {
            if (target < 0.0 || target > 1.0)
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    /// <remarks>A term whose coefficient is 0 adds 0, also where its logarithm is infinite.</remarks>
    public override double Value(double[] a, double[] y)
    {
        double sum = 0.0;
        for (int i = 0; i < y.Length; i++)
        {
            if (y[i] != 0.0)
            {
                double yes = y[i] * CorrectlyRounded.Log(a[i]);
                sum += yes;
            }

            if (y[i] != 1.0)
            {
                double no = (1.0 - y[i]) * CorrectlyRounded.Log(1.0 - a[i]);
                sum += no;
            }
        }

        return 0.0 - sum;
    }

    /// <inheritdoc/>
    /// <remarks>dL/da_i = -y_i / a_i + (1 - y_i) / (1 - a_i).</remarks>
    public override void Gradient(double[] a, double[] y, double[] dL_da)
    {
        for (int i = 0; i < y.Length; i++)
        {
            double slope = 0.0;
            if (y[i] != 0.0)
            {
                double yes = y[i] / a[i];
                slope -= yes;
            }

            if (y[i] != 1.0)
            {
                double no = (1.0 - y[i]) / (1.0 - a[i]);
                slope += no;
            }

            dL_da[i] = slope;
        }
    }

    /// <inheritdoc/>
    public override double DistanceToEdge(double a) => Math.Min(a, 1.0 - a);

    /// <inheritdoc/>
    [DebuggerStepThrough]
    public override SaturatedLoss? WhereSaturated(Activation output, double[] a, double[] y)
    {
        // Nobody knows what takes the place of a function of one's own.
        if (!output.IsStandard || !IsStandard)
        {
            return null;
        }

        for (int i = 0; i < y.Length; i++)
        {
            bool yesUnderflows = y[i] != 0.0 && a[i] < SaturatedLoss.Threshold;
            bool noUnderflows = y[i] != 1.0 && 1.0 - a[i] == 0.0;
            if (yesUnderflows || noUnderflows)
            {
                return Saturated;
            }
        }

        return null;
    }
}
