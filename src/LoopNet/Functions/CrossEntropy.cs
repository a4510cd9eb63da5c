using System.Diagnostics;

namespace LoopNet;

/// <summary>
/// Cross-entropy, <c>L = -sum_i y_i ln a_i</c>, for softmax or sigmoid outputs. Targets are at least 0; with softmax
/// they add up to 1.
/// </summary>
public class CrossEntropy : Loss
{
    private const double TargetSumTolerance = 1e-12;

    private static readonly SaturatedCrossEntropy Saturated = new();

    /// <inheritdoc/>
    public override string Name => "cross-entropy";

    /// <inheritdoc/>
    public override string Definition => "-sum y ln a";

    /// <inheritdoc/>
    public override bool Accepts(Activation output) => output is Softmax or Sigmoid;

    /// <inheritdoc/>
    public override string? TargetRule(Activation output)
    {
        return output is Softmax ? "numbers of at least 0 that add up to 1" : "numbers of at least 0";
    }

    /// <inheritdoc/>
    public override bool AcceptsTarget(Activation output, double[] y)
    {
        double sum = 0.0;
        foreach (double target in y)
        {
            if (target < 0.0)
            {
                return false;
            }

            sum += target;
        }

        return output is not Softmax || Math.Abs(sum - 1.0) <= TargetSumTolerance;
    }

    /// <inheritdoc/>
    /// <remarks>A term whose target is 0 adds 0, also where its logarithm is infinite.</remarks>
    public override double Value(double[] a, double[] y)
    {
        double sum = 0.0;
        for (int i = 0; i < y.Length; i++)
        {
            if (y[i] != 0.0)
            {
                double logarithm = CorrectlyRounded.Log(a[i]);
                double term = y[i] * logarithm;
                sum += term;
            }
        }

        return 0.0 - sum;
    }

    /// <inheritdoc/>
    /// <remarks>dL/da_i = -y_i / a_i.</remarks>
    public override void Gradient(double[] a, double[] y, double[] dL_da)
    {
        for (int i = 0; i < y.Length; i++)
        {
            dL_da[i] = 0.0;
            if (y[i] != 0.0)
            {
                dL_da[i] = -y[i] / a[i];
            }
        }
    }

    /// <inheritdoc/>
    public override double DistanceToEdge(double a) => a;

    /// <inheritdoc/>
    /// <remarks>Only with softmax outputs: there the exact result is known to be harmless. Nobody knows it of a function of one's own.</remarks>
    [DebuggerStepThrough]
    public override SaturatedLoss? WhereSaturated(Activation output, double[] a, double[] y)
    {
        if (output is not Softmax || !output.IsStandard || !IsStandard)
        {
            return null;
        }

        for (int i = 0; i < y.Length; i++)
        {
            if (y[i] != 0.0 && a[i] < SaturatedLoss.Threshold)
            {
                return Saturated;
            }
        }

        return null;
    }
}
