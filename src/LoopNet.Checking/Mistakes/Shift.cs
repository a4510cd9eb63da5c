using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>Which number was written down in place of another: one of the same name, but of a neighbouring step or sample.</summary>
/// <param name="Steps">How many steps later, or, below 0, earlier.</param>
/// <param name="Samples">How many samples later, or earlier, within the step.</param>
internal sealed record Shift(int Steps, int Samples)
{
    /// <summary>The name of the number that was written; null where there is none.</summary>
    /// <param name="name">The name of the number that was asked for.</param>
    public NumberName? Of(NumberName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        int step = name.Step + Steps;
        if (Samples != 0 && name.Sample is null)
        {
            return null;
        }

        int? sample = name.Sample + Samples;
        return step < 1 || sample < 0 ? null : NumberName.Of(step, sample, name.Symbol, [.. name.Index]);
    }
}
