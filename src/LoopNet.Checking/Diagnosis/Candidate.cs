using System.Diagnostics;

namespace LoopNet.Checking;

/// <summary>Mistakes that may be behind a wrong number, and every number as it comes out with them.</summary>
/// <param name="Base">The mistakes that were found before and are taken along, in the order of the catalogue.</param>
/// <param name="Added">The mistake, or the two, that are tried now.</param>
/// <param name="Values">The numbers, in the order in which they were asked for.</param>
/// <param name="FromOwn">Whether each number was calculated from the learner's own earlier ones.</param>
[DebuggerDisplay("{string.Join(\" + \", Added),nq}")]
internal sealed record Candidate(IReadOnlyList<Variant> Base, IReadOnlyList<Variant> Added, double[] Values, bool FromOwn)
{
    /// <summary>The wrong numbers that it gives, by their place in what was asked for.</summary>
    public IReadOnlyList<int> Explains { get; init; } = [];

    /// <summary>The right numbers that would be wrong with it.</summary>
    public IReadOnlyList<int> Contradicts { get; init; } = [];

    /// <summary>How many numbers that are wrong in their own right, and were not explained before, it explains.</summary>
    public int NewRoots { get; init; }

    /// <summary>Explained less contradicted: the measure by which candidates are ordered first.</summary>
    public int Score => NewRoots - Contradicts.Count;

    /// <summary>Whether it is a slip in writing numbers down, which says nothing about any other number.</summary>
    public bool IsSlip => Added.All(variant => variant.Mistake.IsSlip);

    /// <summary>All mistakes in it.</summary>
    public IReadOnlyList<Variant> All => [.. Base, .. Added];

    /// <summary>Whether it gives a number to within one unit of its last written digit.</summary>
    public bool Fits(AskedNumber asked, int number)
    {
        bool sharp = Added.Any(variant => variant.IsSharp);
        return double.IsFinite(Values[number]) && (sharp ? asked.Written.IsWithin(Values[number], 0.5) : asked.IsGivenBy(Values[number]));
    }

    /// <summary>Whether it gives the very same numbers as another candidate, and spoils the same.</summary>
    /// <param name="other">The other candidate.</param>
    /// <param name="numbers">The numbers to compare.</param>
    public bool IsAlike(Candidate other, IEnumerable<int> numbers)
    {
        foreach (int i in numbers)
        {
            double difference = Math.Abs(Values[i] - other.Values[i]);
            bool same = difference <= 1e-14 || difference <= 1e-12 * Math.Abs(Values[i]) || Values[i].Equals(other.Values[i]);
            if (!same)
            {
                return false;
            }
        }

        return Contradicts.SequenceEqual(other.Contradicts);
    }
}
