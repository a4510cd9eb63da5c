using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>What a check of answers found.</summary>
/// <param name="Example">The example.</param>
/// <param name="Numbers">Every number that was given, judged, in the order of computation.</param>
/// <param name="Diagnoses">What may be behind the numbers that are wrong in their own right, in that order; those that an earlier finding explains have none.</param>
public sealed record CheckReport(Example Example, IReadOnlyList<JudgedNumber> Numbers, IReadOnlyList<Diagnosis> Diagnoses)
{
    /// <summary>The names in which it is told.</summary>
    public OwnNames Names { get; init; } = OwnNames.Of(Example);

    /// <summary>The numbers that have a place among the answers and were left blank.</summary>
    public IReadOnlyList<NumberName> Blanks { get; init; } = [];

    /// <summary>The first wrong number in the order of computation; null where none is wrong.</summary>
    public JudgedNumber? FirstWrong => Numbers.FirstOrDefault(number => number.Verdict == Verdict.Wrong);

    /// <summary>How the first wrong number comes about, from the right numbers before it; null where none is wrong, or where it is given by the example.</summary>
    public Derivation? Derivation { get; init; }

    /// <summary>The formula of the first wrong number, for example <c>z1 = W1 x + b1</c>; null where there is none.</summary>
    public string? Formula { get; init; }

    /// <summary>Whether no number is wrong.</summary>
    public bool AllRight => FirstWrong is null;

    /// <summary>How many numbers have a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    public int Count(Verdict verdict) => Numbers.Count(number => number.Verdict == verdict);
}
