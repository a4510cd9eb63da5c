using System.CommandLine;

namespace LoopNet.Cli;

/// <summary>The option <c>--index</c>: a digit of the test set, or of a file that holds one set.</summary>
internal static class IndexOption
{
    /// <summary>The option.</summary>
    public static Option<int> Create(string description) => NumberOption.Whole("--index", description, smallest: 0, standard: 0);

    /// <summary>Checks that there is such a digit.</summary>
    /// <param name="index">The value, at least 0.</param>
    /// <param name="count">How many digits there are.</param>
    /// <exception cref="UsageException">There are not as many.</exception>
    public static void Check(int index, int count)
    {
        if (index >= count)
        {
            throw new UsageException(Invariant($"--index {index}: there are {count} digits, so the last one is {count - 1}"));
        }
    }
}
