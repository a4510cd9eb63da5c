using System.Globalization;
using System.Text.RegularExpressions;

namespace LoopNet.Tracing;

/// <summary>What stands in the name of a number, before anybody asks whether there is such a number: <c>[STEP/SAMPLE/]SYMBOL[^T][INDEX]</c>.</summary>
/// <param name="Text">The name as it was written.</param>
/// <param name="Symbol">The tensor or the label, with single blanks and none around slashes.</param>
public sealed partial record NameParts(string Text, string Symbol)
{
    // With every number at its longest, a name has fewer characters.
    private const int LongestName = 160;
    private const int LongestQuote = 60;

    /// <summary>The step, from 1; null where the name has no prefix, or only that of all samples.</summary>
    public int? Step { get; private init; }

    /// <summary>The sample, from 0; null where none is named.</summary>
    public int? Sample { get; private init; }

    /// <summary>Whether a star stands for the sample: all samples of the step.</summary>
    public bool AllSamples { get; private init; }

    /// <summary>Whether <c>^T</c> follows.</summary>
    public bool IsTransposed { get; private init; }

    /// <summary>The index, in one pair of brackets or several; none where there is none.</summary>
    public IReadOnlyList<int> Index { get; init; } = [];

    /// <summary>Whether step and sample are left open.</summary>
    public bool HasNoPlace => Step is null && Sample is null;

    /// <summary>The name for messages: of a long one, the beginning.</summary>
    public string Quoted => $"\"{Shortened(Text)}\"";

    /// <summary>Reads a name.</summary>
    /// <param name="text">The name; spaces around it, before its index and around commas and slashes do not count.</param>
    /// <exception cref="FormatException">The text is no such name; the message says what is wrong with it.</exception>
    public static NameParts Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Match match = text.Length <= LongestName ? NamePattern().Match(text) : Match.Empty;
        string symbol = WithoutBlanks(match.Groups["symbol"].Value);
        if (!match.Success || symbol.Length == 0)
        {
            throw new FormatException($"\"{Shortened(text)}\" is not the name of a number; names look like dL/dW1[0,1], 2/0/L or 1//W1'");
        }

        Group sample = match.Groups["sample"];
        NameParts parts = new(text, symbol)
        {
            Step = match.Groups["step"].Success ? Number(match.Groups["step"].Value, text) : null,
            Sample = sample.Length > 0 && sample.Value != "*" ? Number(sample.Value, text) : null,
            AllSamples = sample.Value == "*",
            IsTransposed = match.Groups["transposed"].Success,
            Index = [.. match.Groups["index"].Captures.Select(capture => Number(capture.Value, text))],
        };
        return parts.Step == 0 ? throw new FormatException($"{parts.Quoted} asks for step 0; steps count from 1") : parts;
    }

    /// <summary>A symbol with single blanks, and none around slashes: the one blank that counts stands in <c>mean dL/dW1</c>.</summary>
    /// <param name="symbol">The symbol as it was written.</param>
    internal static string WithoutBlanks(string symbol) => BlankPattern().Replace(SlashPattern().Replace(symbol.Trim(), "/"), " ");

    private static string Shortened(string text) => text.Length <= LongestQuote ? text : $"{text[..LongestQuote]}...";

    private static int Number(string digits, string text)
    {
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw new FormatException($"\"{Shortened(text)}\" has a number that is too large: {Shortened(digits)}");
    }

    [GeneratedRegex(
        @"^\s*((?<step>[0-9]+)\s*/\s*(?<sample>[0-9]*|\*)\s*/\s*|(?<sample>\*)\s*/\s*)?(?<symbol>[^\[\]\s0-9*][^\[\]]*?)\s*(?<transposed>\^\s*T)?\s*(\[\s*(?<index>[0-9]+)\s*(,\s*(?<index>[0-9]+)\s*)*\]\s*)*$",
        RegexOptions.ExplicitCapture,
        30_000)]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"\s*/\s*", RegexOptions.None, 30_000)]
    private static partial Regex SlashPattern();

    [GeneratedRegex(@"\s+", RegexOptions.None, 30_000)]
    private static partial Regex BlankPattern();
}
