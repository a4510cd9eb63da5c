namespace LoopNet.Checking;

/// <summary>How well the mistakes of a <see cref="Diagnosis"/> give its number.</summary>
public enum Fit
{
    /// <summary>To within one unit of its last written digit.</summary>
    ToTheDigit,

    /// <summary>Not to the digit, but to within 5 %.</summary>
    Nearest,

    /// <summary>No known mistake gives the number.</summary>
    None,

    /// <summary>The number is given by the example and was copied wrongly: no mistake is looked for.</summary>
    Given,
}

/// <summary>What may be behind one wrong number.</summary>
/// <param name="Number">The number.</param>
/// <param name="Fit">How well the findings give it.</param>
/// <param name="Findings">The mistakes that may be behind it, best explaining first, then simplest; none where none fits or none is looked for.</param>
public sealed record Diagnosis(JudgedNumber Number, Fit Fit, IReadOnlyList<Finding> Findings);

/// <summary>A mistake, or two at once, that may be behind a wrong number.</summary>
/// <param name="Mistakes">The mistake and how it was made; two where only both together give the number.</param>
/// <param name="Beside">Mistakes found before, with which it was calculated.</param>
/// <param name="Value">What it gives in place of the right number.</param>
public sealed record Finding(IReadOnlyList<Variant> Mistakes, IReadOnlyList<Variant> Beside, double Value)
{
    /// <summary>Whether the value was calculated from the learner's own earlier numbers, not from the start of the example.</summary>
    public bool FromOwnNumbers { get; init; }

    /// <summary>How far the value is from the learner's number, relative to it.</summary>
    public double OffBy { get; init; }

    /// <summary>The other wrong numbers that it gives.</summary>
    public IReadOnlyList<JudgedNumber> Explains { get; init; } = [];

    /// <summary>Right numbers of the learner that would be wrong with it.</summary>
    public IReadOnlyList<JudgedNumber> Contradicts { get; init; } = [];

    /// <summary>Whether it gives the very same numbers as the first finding of its diagnosis: nothing that was given tells the two apart.</summary>
    public bool IsAlike { get; init; }
}
