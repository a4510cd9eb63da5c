using Serilog.Events;
using Serilog.Formatting;

namespace LoopNet.Tracing;

/// <summary>Formats the events of a trace for people.</summary>
internal sealed class TextFormatter(TextOptions options) : ITextFormatter
{
    private TraceText? _text;

    /// <summary>How many records have been shown.</summary>
    public int Shown => _text?.Shown ?? 0;

    /// <inheritdoc/>
    public void Format(LogEvent logEvent, TextWriter output)
    {
        switch (TraceEvent.Part(logEvent))
        {
            case TraceHeader header:
                _text = new TraceText(header, options);
                _text.WriteOpening(output);
                break;
            case TraceRecord record:
                _text!.Write(record, output);
                break;
            case TraceEnd end:
                TraceText.WriteEnd(end, output);
                break;
            default:
                break;
        }
    }
}
