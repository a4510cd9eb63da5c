using System.Diagnostics;
using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>What is known of a trace after its records have been derived again.</summary>
[DebuggerDisplay("{Outcome}: {Fault}")]
public sealed record TraceVerdict
{
    /// <summary>Whether the trace follows, does not follow, or cannot be read.</summary>
    public required TraceOutcome Outcome { get; init; }

    /// <summary>The header; null where it could not be read.</summary>
    public TraceHeader? Header { get; init; }

    /// <summary>How many records were read.</summary>
    public int Records { get; init; }

    /// <summary>How many steps were read to their end.</summary>
    public int Steps { get; init; }

    /// <summary>The first fault; null where the trace follows.</summary>
    public TraceFault? Fault { get; init; }
}
