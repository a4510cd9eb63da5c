using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace LoopNet.Tracing;

/// <summary>
/// The name of a tensor, or of one of its elements, in a certain step and sample: <c>dL/dW1[0,1]</c>, <c>2/0/L</c>,
/// <c>1//W1'</c>.
/// </summary>
/// <remarks>
/// Written STEP/SAMPLE/NAME: steps count from 1, samples from 0 within their step; the sample is empty for what belongs to
/// a whole step (parameters, means, updates). Without a prefix: step 1, sample 0, or the whole of step 1.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial record NumberName
{
    // With every number at its longest, a name has fewer than 80 characters.
    private const int LongestName = 100;
    private const int LongestQuote = 60;

    private NumberName(int step, int? sample, string symbol, int[] index)
    {
        Step = step;
        Sample = sample;
        Symbol = symbol;
        Index = index;
    }

    /// <summary>The step, from 1.</summary>
    public int Step { get; }

    /// <summary>The sample, from 0 within its step; null for what belongs to the whole step.</summary>
    public int? Sample { get; }

    /// <summary>The tensor, for example <c>dL/dW1</c>.</summary>
    public string Symbol { get; }

    /// <summary>The element, one number for each dimension; none for the tensor as a whole.</summary>
    public IReadOnlyList<int> Index { get; }

    /// <summary>Whether a tensor belongs to a whole step: parameters, means and updates.</summary>
    /// <param name="symbol">The tensor, for example <c>W1'</c>.</param>
    public static bool IsOfStep(string symbol)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        return OfStepPattern().IsMatch(symbol);
    }

    /// <summary>The name of one element.</summary>
    /// <param name="step">The step, from 1.</param>
    /// <param name="sample">The sample; null for what belongs to the whole step.</param>
    /// <param name="symbol">The tensor.</param>
    /// <param name="index">One number for each dimension; none for the tensor as a whole.</param>
    public static NumberName Of(int step, int? sample, string symbol, params int[] index) => new(step, sample, symbol, index);

    /// <summary>Reads a name.</summary>
    /// <param name="text">The name; spaces around it, before its index and around commas and slashes do not count.</param>
    /// <exception cref="FormatException">The text is no such name; the message says what is wrong with it.</exception>
    public static NumberName Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Match match = text.Length <= LongestName ? NamePattern().Match(text) : Match.Empty;
        string symbol = WithoutBlanks(match.Groups["symbol"].Value);
        if (!match.Success || symbol.Length == 0)
        {
            throw new FormatException($"\"{Shortened(text)}\" is not the name of a number; names look like dL/dW1[0,1], 2/0/L or 1//W1'");
        }

        int[] index = [.. match.Groups["index"].Captures.Select(capture => Number(capture.Value, text))];
        if (!match.Groups["step"].Success)
        {
            return new NumberName(1, IsOfStep(symbol) ? null : 0, symbol, index);
        }

        int step = Number(match.Groups["step"].Value, text);
        int? sample = match.Groups["sample"].Length > 0 ? Number(match.Groups["sample"].Value, text) : null;
        if (step == 0)
        {
            throw new FormatException($"\"{Shortened(text)}\" asks for step 0; steps count from 1");
        }

        if (IsOfStep(symbol) && sample is not null)
        {
            throw new FormatException(Invariant($"\"{Shortened(text)}\" gives a sample to {symbol}, which belongs to a whole step: write {step}//{symbol}"));
        }

        if (!IsOfStep(symbol) && sample is null)
        {
            throw new FormatException(Invariant($"\"{Shortened(text)}\" gives no sample to {symbol}, which belongs to one: write {step}/0/{symbol} for the first of its step"));
        }

        return new NumberName(step, sample, symbol, index);
    }

    /// <summary>The element's name without step and sample, for example <c>dL/dW1[0,1]</c>.</summary>
    public string Element => Names.Element(Symbol, [.. Index]);

    /// <inheritdoc/>
    public bool Equals(NumberName? other)
    {
        return other is not null && Step == other.Step && Sample == other.Sample
            && string.Equals(Symbol, other.Symbol, StringComparison.Ordinal) && Index.SequenceEqual(other.Index);
    }

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The name with step and sample, but for those of step 1 and sample 0: <c>dL/dW1[0,1]</c>, <c>2/0/L</c>.</summary>
    public override string ToString()
    {
        bool plain = Step == 1 && (Sample ?? 0) == 0;
        return plain ? Element : Invariant($"{Step}/{Sample}/{Element}");
    }

    // The one blank that counts stands in "mean dL/dW1".
    private static string WithoutBlanks(string symbol) => BlankPattern().Replace(SlashPattern().Replace(symbol, "/"), " ");

    private static string Shortened(string text) => text.Length <= LongestQuote ? text : $"{text[..LongestQuote]}...";

    private static int Number(string digits, string text)
    {
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw new FormatException($"\"{Shortened(text)}\" has a number that is too large: {Shortened(digits)}");
    }

    [GeneratedRegex(@"^\s*((?<step>[0-9]+)\s*/\s*(?<sample>[0-9]*)\s*/\s*)?(?<symbol>[^\[\]\s0-9][^\[\]]*?)\s*(\[\s*(?<index>[0-9]+)\s*(,\s*(?<index>[0-9]+)\s*)*\])?\s*$", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"\s*/\s*", RegexOptions.None, 30_000)]
    private static partial Regex SlashPattern();

    [GeneratedRegex(@"\s+", RegexOptions.None, 30_000)]
    private static partial Regex BlankPattern();

    [GeneratedRegex("^([Wb][0-9]+'?|(mean|sum) .*)$", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex OfStepPattern();
}
