using System.Globalization;

namespace LoopNet.Cli;

/// <summary>The value of <c>--trace-step</c>: training steps, numbered from 1 over all epochs, each whole or one sample of it.</summary>
internal static class StepList
{
    /// <summary>Reads a comma list.</summary>
    /// <param name="text">For example <c>1,100</c>, or <c>500/17</c> for sample 17 of step 500, from 0.</param>
    /// <param name="first">The first step of the run.</param>
    /// <param name="last">The last one.</param>
    /// <param name="batchSize">The samples of a step.</param>
    /// <exception cref="UsageException">A part is no step of the run, or no sample of one.</exception>
    public static IReadOnlyList<TracedStep> Parse(string text, long first, long last, int batchSize)
    {
        List<TracedStep> chosen = [];
        foreach (string part in text.Split(','))
        {
            string[] numbers = part.Split('/');
            if (numbers.Length > 2 || !int.TryParse(numbers[0], NumberStyles.None, CultureInfo.InvariantCulture, out int step) || step < first || step > last)
            {
                throw new UsageException(Invariant($"--trace-step {text}: '{part}' is no step of this run, whose steps are numbered {first} to {last}"));
            }

            int sample = 0;
            if (numbers.Length == 2 && (!int.TryParse(numbers[1], NumberStyles.None, CultureInfo.InvariantCulture, out sample) || sample >= batchSize))
            {
                throw new UsageException(Invariant($"--trace-step {text}: '{part}' is no sample of a step, whose samples are numbered 0 to {batchSize - 1}"));
            }

            chosen.Add(new TracedStep(step, numbers.Length == 2 ? sample : null));
        }

        return chosen;
    }
}

/// <summary>A step to trace.</summary>
/// <param name="Step">The step, from 1 over all epochs.</param>
/// <param name="Sample">The one sample to trace, from 0 within the step; null for the whole step.</param>
internal sealed record TracedStep(int Step, int? Sample);
