namespace LoopNet.Benchmarks;

/// <summary>The widths of vectors that this processor has instructions for.</summary>
internal static class LaneChoices
{
    /// <summary>From no vectors to the widest.</summary>
    public static IEnumerable<LaneCount> All => Enum.GetValues<LaneCount>().Where(lanes => lanes <= LaneCounts.Most);
}
