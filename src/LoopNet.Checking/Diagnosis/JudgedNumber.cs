using System.Diagnostics;

namespace LoopNet.Checking;

/// <summary>One number of the answers, judged.</summary>
/// <param name="Asked">Its name, its place and the literal.</param>
/// <param name="Right">The right number.</param>
/// <param name="Verdict">How the two compare.</param>
[DebuggerDisplay("{Name} = {Literal}: {Verdict}")]
public sealed record JudgedNumber(AskedNumber Asked, double Right, Verdict Verdict)
{
    /// <summary>The name, with step and sample but for those of step 1 and sample 0.</summary>
    public string Name => Asked.Name.ToString();

    /// <summary>What the learner calls it.</summary>
    public string Called => Asked.Called;

    /// <summary>A value of LoopNet's number as the learner would write it: with the factor of its label.</summary>
    /// <param name="value">The value.</param>
    public double Shown(double value) => Asked.Factor == 1.0 ? value : Asked.Factor * value;

    /// <summary>The number as it was written.</summary>
    public string Literal => Asked.Written.Text;

    /// <summary>Whether the number is wrong, but follows from an earlier wrong number: not a second mistake.</summary>
    public bool Follows { get; init; }

    /// <summary>Whether the number is wrong in its own right.</summary>
    public bool IsWrongItself => Verdict == Verdict.Wrong && !Follows;

    /// <summary>What follows from the learner's own earlier numbers, where the number <see cref="Follows"/>; else the right number.</summary>
    public double Expected { get; init; } = Right;
}
