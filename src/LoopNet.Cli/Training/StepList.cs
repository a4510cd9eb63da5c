namespace LoopNet.Cli;

/// <summary>The value of <c>--trace-step</c>: the numbers of training steps, from 1 over all epochs.</summary>
internal static class StepList
{
    /// <summary>Reads a comma list.</summary>
    /// <param name="text">For example <c>1,100</c>.</param>
    /// <param name="before">How many steps were made before: those of a run that goes on.</param>
    /// <param name="steps">How many steps are made now.</param>
    /// <returns>The steps to trace, counted from 1 among those that are made now.</returns>
    /// <exception cref="UsageException">A part is no step of the run.</exception>
    public static IReadOnlySet<int> Parse(string text, long before, long steps)
    {
        HashSet<int> chosen = [];
        foreach (string part in text.Split(','))
        {
            if (!int.TryParse(part, out int step) || step <= before || step > before + steps)
            {
                throw new UsageException($"--trace-step {text}: '{part}' is no step of this run, whose steps are numbered {before + 1} to {before + steps}");
            }

            chosen.Add((int)(step - before));
        }

        return chosen;
    }
}
