using System.CommandLine;
using LoopNet.Tracing;

namespace LoopNet.Cli;

/// <summary>The option <c>--digits</c>: how numbers are written out.</summary>
internal static class DigitsOption
{
    /// <summary>The option.</summary>
    public static Option<int> Create(string description) => NumberOption.Whole("--digits", description, smallest: 1, standard: Numbers.DefaultDigits);

    /// <summary>Numbers of so many significant digits.</summary>
    /// <exception cref="UsageException">A double has no more than 17.</exception>
    public static Numbers Read(int digits)
    {
        return digits <= Numbers.MostDigits
            ? new Numbers(digits)
            : throw new UsageException(Invariant($"--digits is 1 to {Numbers.MostDigits}, not {digits}: a double has no more"));
    }
}
