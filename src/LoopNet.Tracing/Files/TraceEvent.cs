using Serilog.Events;
using Serilog.Parsing;

namespace LoopNet.Tracing;

/// <summary>Carries a header, a record or an end of a trace through Serilog, unformatted.</summary>
internal static class TraceEvent
{
    private const string Property = "Trace";

    private static readonly MessageTemplate Template = new MessageTemplateParser().Parse($"{{{Property}}}");

    /// <summary>An event for one part of a trace. Its time is fixed: a trace holds none.</summary>
    public static LogEvent Of(object part)
    {
        return new LogEvent(DateTimeOffset.UnixEpoch, LogEventLevel.Information, null, Template, [new LogEventProperty(Property, new ScalarValue(part))]);
    }

    /// <summary>The part of a trace that an event carries; null for any other event.</summary>
    public static object? Part(LogEvent logEvent)
    {
        return logEvent.Properties.TryGetValue(Property, out LogEventPropertyValue? value) && value is ScalarValue scalar ? scalar.Value : null;
    }
}
