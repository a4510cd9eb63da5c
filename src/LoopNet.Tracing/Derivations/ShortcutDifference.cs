using System.Globalization;

namespace LoopNet.Tracing;

/// <summary>Softmax with cross-entropy collapses to a - y: the literal chain and the shortcut stand side by side.</summary>
internal static class ShortcutDifference
{
    /// <summary>Whether the shortcut stands beside a gradient: the chain has given it, and a - y would give the same.</summary>
    /// <param name="step">The step.</param>
    /// <param name="record">The record.</param>
    public static bool StandsBeside(StepTrace step, TraceRecord record)
    {
        return record.Equation == "B3" && record.Tensor.Layer == step.Header.Last && record.Note is null && UpdateRule.AllowsShortcut(step.Header.Network);
    }

    /// <summary>How far the two are apart at most, in words.</summary>
    /// <param name="step">The step.</param>
    /// <param name="record">The gradient by the weighted sums of the output layer.</param>
    public static string Largest(StepTrace step, TraceRecord record)
    {
        int l = record.Tensor.Layer;
        SampleRecord sample = step.Numbers.Samples[record.Sample!.Value];
        double largest = 0.0;
        for (int j = 0; j < sample.y.Length; j++)
        {
            double shortcut = sample.a[l][j] - sample.y[j];
            largest = Math.Max(largest, Math.Abs(sample.dL_dz[l][j] - shortcut));
        }

        string written = largest.ToString("E15", CultureInfo.InvariantCulture);
        int exponent = int.Parse(written[(written.IndexOf('E', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture);
        return largest < 1e-15 ? "below 1e-15" : Invariant($"about 1e{exponent}");
    }
}
