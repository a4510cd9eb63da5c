using System.Diagnostics;

namespace LoopNet.Verifying;

/// <summary>What is known of a trace after its records have been derived again.</summary>
[DebuggerDisplay("{Outcome}: {Fault}")]
public sealed record TraceVerdict
{
    /// <summary>Whether the trace follows, does not follow, or cannot be read.</summary>
    public required TraceOutcome Outcome { get; init; }

    /// <summary>The header; null where it could not be read.</summary>
    public FileHeader? Header { get; init; }

    /// <summary>How many records were read.</summary>
    public int Records { get; init; }

    /// <summary>How many steps were read to their end.</summary>
    public int Steps { get; init; }

    /// <summary>
    /// The first number that agrees within 2 units in the last place, but does not come of correctly rounded exp, ln and tanh: another library made
    /// the trace. Null where there is none, and where the verification is strict, since it is the fault then.
    /// </summary>
    public TraceFault? NotRounded { get; init; }

    /// <summary>How many such numbers there are.</summary>
    public long NotRoundedCount { get; init; }

    /// <summary>The first fault; null where the trace follows.</summary>
    public TraceFault? Fault { get; init; }
}

/// <summary>What came of verifying a trace.</summary>
public enum TraceOutcome
{
    /// <summary>Every record follows from its operands in the file.</summary>
    Follows,

    /// <summary>A record does not follow, or the trace is incomplete.</summary>
    DoesNotFollow,

    /// <summary>The file is missing, or is no trace of this format at all.</summary>
    Unreadable,
}
