using System.Diagnostics;

namespace LoopNet.Checking;

/// <summary>A mistake as somebody made it: in which layer, by which factor, to how many digits.</summary>
/// <param name="Mistake">The mistake.</param>
/// <param name="Where">Where, as the end of a sentence; empty where there is only one way to make it.</param>
/// <param name="Replace">Replaces equations among those that it is given.</param>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record Variant(Mistake Mistake, string Where, Func<StepEquations, StepEquations> Replace)
{
    /// <summary>Which number is written in place of one that is asked for; null where every number stands in its own place.</summary>
    public Shift? Shift { get; init; }

    /// <summary>What was calculated in place of the right equation, in this way of making the mistake.</summary>
    public string Wrong { get; init; } = Mistake.Wrong;

    /// <summary>Whether its numbers have few digits, so that only the very same number is a sign of it.</summary>
    public bool IsSharp { get; init; }

    /// <summary>The mistake in a line.</summary>
    public override string ToString() => Where.Length == 0 ? Mistake.Title : $"{Mistake.Title}{(Shift is null ? ',' : ':')} {Where}";
}
