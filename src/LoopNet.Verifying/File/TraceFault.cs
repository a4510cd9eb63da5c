using System.Diagnostics;

namespace LoopNet.Verifying;

/// <summary>The first thing in a trace that does not follow: where it stands, what stands there, what was expected, what to do.</summary>
[DebuggerDisplay("line {Line}: {Problem}")]
public sealed record TraceFault
{
    /// <summary>The line of the file, from 1; 0 where the file has none.</summary>
    public required long Line { get; init; }

    /// <summary>The record or number, for example <c>2/0/z1[1]</c>; null where the line is no record.</summary>
    public ElementName? Name { get; init; }

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

/// <summary>Ends the reading of a trace: what follows a fault of form cannot be judged.</summary>
/// <param name="fault">What was found.</param>
/// <param name="unreadable">Whether the file is no trace at all.</param>
internal sealed class TraceFaultException(TraceFault fault, bool unreadable = false) : Exception(fault.Problem)
{
    private const string Rewrite = "Write the trace again, or correct the line by hand; docs/trace-format.md says what each line holds.";

    /// <summary>What was found.</summary>
    public TraceFault Fault { get; } = fault;

    /// <summary>Whether the file is no trace at all.</summary>
    public bool Unreadable { get; } = unreadable;

    /// <summary>A line that is not what the format says.</summary>
    public static TraceFaultException At(long line, string problem, string advice = Rewrite)
    {
        return new TraceFaultException(new TraceFault { Line = line, Problem = problem, Advice = advice });
    }

    /// <summary>Refuses a line that is not what the format says.</summary>
    public static void Require(bool holds, long line, string problem, string advice = Rewrite)
    {
        if (!holds)
        {
            throw At(line, problem, advice);
        }
    }
}
