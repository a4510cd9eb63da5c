using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Serilog.Events;
using Serilog.Formatting;

namespace LoopNet.Tracing;

/// <summary>Formats the events of a trace for machines: one JSON object to a line (docs/trace-format.md).</summary>
internal sealed class JsonLinesFormatter : ITextFormatter
{
    private const string Format1 = "loopnet-trace/1";

    // Only what JSON demands is escaped: W1' stays W1'.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public void Format(LogEvent logEvent, TextWriter output)
    {
        object? part = TraceEvent.Part(logEvent);
        if (part is null)
        {
            return;
        }

        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Options))
        {
            writer.WriteStartObject();
            Write(writer, part);
            writer.WriteEndObject();
        }

        output.Write(Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
        output.Write('\n');
    }

    private static void Write(Utf8JsonWriter writer, object part)
    {
        switch (part)
        {
            case TraceHeader header:
                WriteHeader(writer, header);
                break;
            case TraceRecord record:
                WriteRecord(writer, record);
                break;
            case TraceEnd end:
                writer.WriteBoolean("end", true);
                writer.WriteNumber("records", end.Records);
                break;
            default:
                throw new ArgumentException($"A trace has no part of type {part.GetType()}.", nameof(part));
        }
    }

    private static void WriteHeader(Utf8JsonWriter writer, TraceHeader header)
    {
        writer.WriteString("format", Format1);
        writer.WriteString("example", header.Example);
        WriteArray(writer, "sizes", header.Sizes, writer.WriteNumberValue);
        WriteArray(writer, "activations", header.Activations, writer.WriteStringValue);
        writer.WriteString("loss", header.Loss);
        writer.WriteNumber("learningRate", header.LearningRate);
        writer.WriteNumber("batch", header.Batch);
        writer.WriteString("reduction", header.Reduction);
        writer.WriteBoolean("updateBiases", header.UpdateBiases);
        writer.WriteString("outputGradient", header.OutputGradient);
    }

    private static void WriteRecord(Utf8JsonWriter writer, TraceRecord record)
    {
        writer.WriteNumber("step", record.Step);
        if (record.Sample is int sample)
        {
            writer.WriteNumber("sample", sample);
        }
        else
        {
            writer.WriteNull("sample");
        }

        writer.WriteString("phase", record.Phase);
        writer.WriteNumber("layer", record.Layer);
        writer.WriteString("equation", record.Equation);
        writer.WriteString("symbol", record.Symbol);
        WriteArray(writer, "shape", record.Shape, writer.WriteNumberValue);
        writer.WriteString("formula", record.Formula);
        WriteArray(writer, "operands", record.Operands, writer.WriteStringValue);
        WriteArray(writer, "values", record.Values, writer.WriteNumberValue);
        if (record.Note is not null)
        {
            writer.WriteString("note", record.Note);
        }
    }

    private static void WriteArray<T>(Utf8JsonWriter writer, string name, T[]? items, Action<T> write)
    {
        if (items is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartArray(name);
        foreach (T item in items)
        {
            write(item);
        }

        writer.WriteEndArray();
    }
}
