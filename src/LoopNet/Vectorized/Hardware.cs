namespace LoopNet;

/// <summary>What of a machine the vectorised twin uses. It changes the speed, and no bit of any result.</summary>
public sealed record Hardware
{
    /// <summary>The most threads: each has tensors of its own.</summary>
    public const int MostThreads = 1024;

    /// <summary>The numbers that an instruction treats at a time; all that the processor can by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such number of lanes.</exception>
    public LaneCount Lanes
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "An instruction has one, two, four or eight lanes.");
    }
    = LaneCounts.Most;

    /// <summary>The threads for steps of many samples and for evaluation, 1 to <see cref="MostThreads"/>; one for each processor by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1 or over <see cref="MostThreads"/>.</exception>
    public int Threads
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MostThreads);
            field = value;
        }
    }
    = Math.Min(Environment.ProcessorCount, MostThreads);
}
