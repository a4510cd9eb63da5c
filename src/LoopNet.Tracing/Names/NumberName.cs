using System.Diagnostics;
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
        NameParts parts = NameParts.Parse(text);
        if (parts.AllSamples || parts.IsTransposed)
        {
            throw new FormatException($"{parts.Quoted} is a matrix of several tensors or a transpose, and no number; name one number, for example 1/0/{parts.Symbol}");
        }

        CheckPlace(parts, IsOfStep(parts.Symbol));
        int? sample = IsOfStep(parts.Symbol) ? null : parts.Sample ?? 0;
        return new NumberName(parts.Step ?? 1, sample, parts.Symbol, [.. parts.Index]);
    }

    /// <summary>Makes sure that a name with a prefix has a sample where it belongs to one, and none where it does not.</summary>
    /// <param name="parts">The name.</param>
    /// <param name="isOfStep">Whether it belongs to a whole step.</param>
    /// <param name="tellsSample">Whether the name tells its sample without a prefix, or has all of them.</param>
    /// <exception cref="FormatException">It is not so.</exception>
    internal static void CheckPlace(NameParts parts, bool isOfStep, bool tellsSample = false)
    {
        if (!isOfStep && tellsSample && parts.Sample is not null)
        {
            throw new FormatException(Invariant($"{parts.Quoted} gives a sample to {parts.Symbol}, which tells its sample itself: write {parts.Step}//{parts.Symbol}"));
        }

        if (isOfStep && parts.Sample is not null)
        {
            throw new FormatException(Invariant($"{parts.Quoted} gives a sample to {parts.Symbol}, which belongs to a whole step: write {parts.Step}//{parts.Symbol}"));
        }

        if (!isOfStep && !tellsSample && parts.Step is not null && parts.Sample is null)
        {
            throw new FormatException(Invariant($"{parts.Quoted} gives no sample to {parts.Symbol}, which belongs to one: write {parts.Step}/0/{parts.Symbol} for the first of its step"));
        }
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

    [GeneratedRegex("^([Wb][0-9]+'?|(mean|sum) .*)$", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex OfStepPattern();
}
