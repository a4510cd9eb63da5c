using System.CommandLine;
using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>The option <c>--set</c>: the digits to train on, or those to test with.</summary>
internal static class SetChoice
{
    private const string Training = "training";
    private const string Test = "test";

    /// <summary>The option, the same for every verb.</summary>
    public static Option<string> CreateOption()
    {
        return new Option<string>("--set")
        {
            HelpName = "NAME",
            Description = $"Which digits: {Training}, those to train on, or {Test}, those to test with.",
            DefaultValueFactory = _ => Training,
        };
    }

    /// <summary>Checks the value before anything is read.</summary>
    /// <exception cref="UsageException">It names no set.</exception>
    public static void Check(string set)
    {
        if (set is not (Training or Test))
        {
            throw new UsageException($"--set is {Training} or {Test}, not '{set}'");
        }
    }

    /// <summary>Reads the first digits of a set.</summary>
    /// <param name="source">Where the digits come from.</param>
    /// <param name="set">A value that was checked.</param>
    /// <param name="count">At most this many; null for all.</param>
    /// <param name="terminal">Shows that something is going on.</param>
    /// <exception cref="DataException">A file cannot be used.</exception>
    public static DigitSet Read(DigitSource source, string set, int? count, Terminal terminal)
    {
        using (ProgressBar.OfWaiting(terminal, "reading the digits"))
        {
            return set == Training ? source.Training(count) : source.Test(count);
        }
    }
}
