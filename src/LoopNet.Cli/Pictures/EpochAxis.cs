namespace LoopNet.Cli;

/// <summary>The axis of the epochs, with at most five steps of 1, 2 or 5 times a power of ten.</summary>
/// <param name="First">The epoch at the start.</param>
/// <param name="Last">The epoch at the end; the same as the first where there is only one.</param>
internal sealed record EpochAxis(int First, int Last)
{
    private const int MostSteps = 5;

    /// <summary>Where an epoch is on the axis: 0 at its start, 1 at its end; a single one is at the end.</summary>
    public double Fraction(int epoch) => First == Last ? 1.0 : (epoch - First) / ((double)Last - First);

    /// <summary>The epochs that are marked, the multiples of a round step: where each is, from 0 to 1, and what is written there.</summary>
    public IEnumerable<(double Fraction, string Label)> Ticks()
    {
        long step = Step();
        long first = (First + step - 1) / step * step;
        for (long epoch = first; epoch <= Last; epoch += step)
        {
            yield return (Fraction((int)epoch), Invariant($"{epoch:N0}"));
        }
    }

    private long Step()
    {
        for (long power = 1; ; power *= 10)
        {
            foreach (long step in (long[])[power, 2 * power, 5 * power])
            {
                if (step * MostSteps >= (long)Last - First)
                {
                    return step;
                }
            }
        }
    }
}
