namespace LoopNet.Checking;

/// <summary>How well the findings of a <see cref="Diagnosis"/> give its number.</summary>
public enum Fit
{
    /// <summary>To the last written digit, and with a clear surplus over every other account.</summary>
    ToTheDigit,

    /// <summary>Several findings give the number, and the digits do not tell between them.</summary>
    Several,

    /// <summary>Nothing that is known gives the number.</summary>
    None,

    /// <summary>The number is given by the example and was copied wrongly: no mistake is looked for.</summary>
    Given,
}

/// <summary>What a finding is.</summary>
public enum FindingKind
{
    /// <summary>A known mistake, or several.</summary>
    Mistake,

    /// <summary>A change of an equation that has no name.</summary>
    Edit,

    /// <summary>An accident in one number.</summary>
    Slip,

    /// <summary>Rounding that was carried on: no mistake.</summary>
    Rounding,

    /// <summary>Another convention: no mistake.</summary>
    Convention,
}

/// <summary>What may be behind one wrong number.</summary>
/// <param name="Number">The number.</param>
/// <param name="Fit">How well the findings give it.</param>
/// <param name="Findings">What may be behind it, the likeliest first; none where nothing fits or nothing is looked for.</param>
public sealed record Diagnosis(JudgedNumber Number, Fit Fit, IReadOnlyList<Finding> Findings);

/// <summary>A change of one equation or of several, a slip or a convention that may be behind a number.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Edits">The changes of equations; none for a slip or a convention.</param>
/// <param name="Beside">Changes found before, with which it was calculated.</param>
/// <param name="Value">What it gives in place of the right number; of a slip, the number that was meant.</param>
public sealed record Finding(FindingKind Kind, IReadOnlyList<Edit> Edits, IReadOnlyList<Edit> Beside, double Value)
{
    /// <summary>What happened, of a slip, a rounding or a convention; empty for changes of equations.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whether the value was calculated from the learner's own earlier numbers, not from the start of the example.</summary>
    public bool FromOwnNumbers { get; init; }

    /// <summary>How far the value is from the learner's number, relative to it.</summary>
    public double OffBy { get; init; }

    /// <summary>The other numbers that it gives, among those that are wrong or in another convention.</summary>
    public IReadOnlyList<JudgedNumber> Explains { get; init; } = [];

    /// <summary>Right numbers of the learner that would be wrong with it.</summary>
    public IReadOnlyList<JudgedNumber> Contradicts { get; init; } = [];

    /// <summary>Whether it gives the very same numbers as the first finding of its diagnosis: nothing that was given tells the two apart.</summary>
    public bool IsAlike { get; init; }
}
