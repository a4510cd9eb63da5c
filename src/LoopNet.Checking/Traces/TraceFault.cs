using System.Diagnostics;
using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>The first thing in a trace that does not follow: where it stands, what stands there, what was expected, what to do.</summary>
[DebuggerDisplay("line {Line}: {Problem}")]
public sealed record TraceFault
{
    /// <summary>The line of the file, from 1; 0 where the file has none.</summary>
    public required long Line { get; init; }

    /// <summary>The record or number, for example <c>2/0/z1[1]</c>; null where the line is no record.</summary>
    public NumberName? Name { get; init; }

    /// <summary>What is wrong and what was expected: a sentence without its full stop.</summary>
    public required string Problem { get; init; }

    /// <summary>What to do: a sentence with its full stop.</summary>
    public required string Advice { get; init; }

    /// <summary>The id of the equation that the record claims; null where there is none.</summary>
    public string? Equation { get; init; }

    /// <summary>The number that stands there; null where it is no number that is wrong.</summary>
    public double? Found { get; init; }

    /// <summary>The number that follows from the operands; null where that is not known.</summary>
    public double? Derived { get; init; }

    /// <summary>How many units in the last place lie between the two; null where one of them is not known.</summary>
    public ulong? UnitsApart { get; init; }

    /// <summary>The right number written out, formula, numbers and value; empty where there is nothing to write out.</summary>
    public IReadOnlyList<string> Derivation { get; init; } = [];

    /// <summary>Other lines that disagree with a given number, which has no derivation of its own.</summary>
    public IReadOnlyList<string> Witnesses { get; init; } = [];
}
