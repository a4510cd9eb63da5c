namespace LoopNet.Checking;

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
