using Serilog;

namespace LoopNet.Tracing;

/// <summary>Sends a trace to a logger, part after part.</summary>
/// <param name="logger">Where the trace goes; it audits, so that a write that fails is heard of.</param>
public sealed class TraceLog(ILogger logger)
{
    private int _records;

    /// <summary>Opens the trace.</summary>
    public void Begin(TraceHeader header) => Write(header);

    /// <summary>Writes the tensors of one step.</summary>
    /// <param name="header">The header that opened the trace.</param>
    /// <param name="step">The number of the step, from 1.</param>
    /// <param name="record">The step, recorded for tracing.</param>
    /// <exception cref="TraceException">A number is infinite or not a number.</exception>
    public void Add(TraceHeader header, int step, StepRecord record)
    {
        foreach (TraceRecord tensor in TraceRecords.Of(header, step, record))
        {
            Write(tensor);
            _records++;
        }
    }

    /// <summary>Closes the trace: from here on it is complete.</summary>
    public void End() => Write(new TraceEnd(_records));

    private void Write(object part)
    {
        if (logger.IsEnabled(Serilog.Events.LogEventLevel.Information))
        {
            logger.Write(TraceEvent.Of(part));
        }
    }
}
