namespace LoopNet.Checking;

/// <summary>Ends the reading of a trace: what follows a fault of form cannot be judged.</summary>
internal sealed class TraceFaultException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="fault">What was found.</param>
    /// <param name="unreadable">Whether the file is no trace at all.</param>
    public TraceFaultException(TraceFault fault, bool unreadable = false)
        : base(fault.Problem)
    {
        Fault = fault;
        Unreadable = unreadable;
    }

    /// <summary>What was found.</summary>
    public TraceFault Fault { get; }

    /// <summary>Whether the file is no trace at all.</summary>
    public bool Unreadable { get; }

    /// <summary>A line that is not what the format says.</summary>
    public static TraceFaultException At(long line, string problem, string advice) => new(new TraceFault { Line = line, Problem = problem, Advice = advice });
}
