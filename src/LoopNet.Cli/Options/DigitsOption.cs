using System.CommandLine;
using LoopNet.Tracing;

namespace LoopNet.Cli;

/// <summary>The option <c>--digits</c>: how numbers are written out.</summary>
internal static class DigitsOption
{
    /// <summary>The option.</summary>
    public static Option<int> Create(string description)
    {
        return NumberOption.Whole("--digits", description, smallest: 1, standard: Numbers.DefaultDigits, largest: Numbers.MostDigits);
    }
}
