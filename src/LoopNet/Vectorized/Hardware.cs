namespace LoopNet;

/// <summary>What of a machine the vectorised twin uses. It changes the speed, and no bit of any result.</summary>
public sealed record Hardware
{
    /// <summary>The numbers that an instruction treats at a time; all that the processor can by default.</summary>
    public LaneCount Lanes { get; init; } = LaneCounts.Most;

    private readonly int _threads = Environment.ProcessorCount;

    /// <summary>The threads for steps of many samples and for evaluation, at least 1; one for each processor by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public int Threads
    {
        get => _threads;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _threads = value;
        }
    }
}
