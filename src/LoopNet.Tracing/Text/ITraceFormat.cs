namespace LoopNet.Tracing;

/// <summary>A form in which a trace is written, part by part; each part is one or more lines, without the last line feed.</summary>
internal interface ITraceFormat
{
    /// <summary>What stands before the first record.</summary>
    string Opening(TraceHeader header);

    /// <summary>The records of a step, each a part of its own; those that are not shown are left out.</summary>
    IEnumerable<string> Records(StepTrace step);

    /// <summary>What stands after the last record: without it, a trace is incomplete.</summary>
    /// <param name="records">How many records there are.</param>
    string Closing(int records);
}
