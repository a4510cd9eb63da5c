namespace LoopNet.Tests;

/// <summary>
/// How often a proof by many cases is repeated: some times in a usual run, as often as docs/testing.md tells where the environment
/// variable LOOPNET_FULL is 1. Each kind of proof is in both.
/// </summary>
public static class FullRun
{
    /// <summary>Whether the variable asks for it.</summary>
    public static bool IsAskedFor { get; } = Environment.GetEnvironmentVariable("LOOPNET_FULL") == "1";

    /// <summary>The number of repetitions, or of samples, in this run.</summary>
    /// <param name="usual">In a usual run.</param>
    /// <param name="full">In a full one.</param>
    public static int Count(int usual, int full) => IsAskedFor ? full : usual;
}
