using System.Globalization;

namespace LoopNet.Cli;

/// <summary>The value of <c>--trace-step</c>: the numbers of training steps, from 1 over all epochs.</summary>
internal static class StepList
{
    /// <summary>Reads a comma list.</summary>
    /// <param name="text">For example <c>1,100</c>.</param>
    /// <param name="steps">How many steps the run has.</param>
    /// <exception cref="UsageException">A part is no step of the run.</exception>
    public static IReadOnlySet<int> Parse(string text, long steps)
    {
        HashSet<int> chosen = [];
        foreach (string part in text.Split(','))
        {
            if (!int.TryParse(part, NumberStyles.Integer, CultureInfo.InvariantCulture, out int step) || step < 1 || step > steps)
            {
                throw new UsageException(Invariant($"--trace-step {text}: '{part}' is no step of this run, whose steps are numbered 1 to {steps}"));
            }

            chosen.Add(step);
        }

        return chosen;
    }
}
