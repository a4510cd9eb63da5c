using System.Diagnostics;

namespace LoopNet.Checking;

/// <summary>An account of the answers: changes of equations and slips, every number as it comes out with them, and what that costs in bits.</summary>
/// <param name="Edits">The changes, in the order in which they were found.</param>
/// <param name="Cost">What it takes to say which changes and slips they are, in bits.</param>
/// <param name="FromStart">The numbers from the start of the example.</param>
/// <param name="Own">The numbers from the learner's own earlier ones; those from the start where nothing else is tried.</param>
[DebuggerDisplay("{Total} bits: {string.Join(\" + \", Edits),nq}")]
internal sealed record Hypothesis(IReadOnlyList<Edit> Edits, double Cost, double[] FromStart, double[] Own)
{
    /// <summary>The wrong numbers that it does not give.</summary>
    public required IReadOnlyList<int> Unexplained { get; init; }

    /// <summary>The right numbers that it does not give.</summary>
    public required IReadOnlyList<int> Spoiled { get; init; }

    /// <summary>What it takes to say the numbers that it does not give, in bits.</summary>
    public required double Rest { get; init; }

    /// <summary>Numbers that are left to stand as they are, with the slip behind each; null where none is known.</summary>
    public IReadOnlyDictionary<int, Slip?> Left { get; init; } = new Dictionary<int, Slip?>();

    /// <summary>What the numbers that are left to stand take, in bits.</summary>
    public double LeftBits { get; init; }

    /// <summary>What the account takes at the least, whatever is found for the numbers still to come.</summary>
    public double Least => Cost + LeftBits;

    /// <summary>What the account takes in all: the smaller, the better.</summary>
    public double Total => Cost + Rest;

    /// <summary>The value that it gives for a number: the nearer of the two.</summary>
    public double Value(int number, double written) => Math.Abs(FromStart[number] - written) <= Math.Abs(Own[number] - written) ? FromStart[number] : Own[number];

    /// <summary>The first wrong number that is neither given nor left to stand; -1 where there is none.</summary>
    public int Next
    {
        get
        {
            foreach (int number in Unexplained)
            {
                if (!Left.ContainsKey(number))
                {
                    return number;
                }
            }

            return -1;
        }
    }

    /// <summary>Whether it gives the very same numbers as another, and leaves the same.</summary>
    public bool IsAlike(Hypothesis other)
    {
        return Unexplained.SequenceEqual(other.Unexplained) && Spoiled.SequenceEqual(other.Spoiled) && IsSame(FromStart, other.FromStart) && IsSame(Own, other.Own);
    }

    private static bool IsSame(double[] one, double[] other)
    {
        for (int i = 0; i < one.Length; i++)
        {
            double difference = Math.Abs(one[i] - other[i]);
            if (!(difference <= 1e-14 || difference <= 1e-12 * Math.Abs(one[i]) || one[i].Equals(other[i])))
            {
                return false;
            }
        }

        return true;
    }
}
