using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LoopNet.Tracing;

/// <summary>Writes a trace for machines: one JSON object to a line (docs/trace-format.md).</summary>
internal sealed class TraceJson : ITraceFormat
{
    private const string Format = "loopnet-trace/2";

    // Only what JSON demands is escaped: W1' stays W1'.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public string Opening(TraceHeader header) => Line(writer =>
    {
        writer.WriteString("format", Format);
        writer.WriteString("example", header.Example);
        WriteArray(writer, "sizes", header.Network.Sizes(), writer.WriteNumberValue);
        WriteArray(writer, "activations", header.Network.Layers.Select(layer => layer.Activation.DisplayName), writer.WriteStringValue);
        if (header.Network.Layers.Any(layer => SlopeOf(layer) is not null))
        {
            WriteArray(writer, "slopes", header.Network.Layers.Select(SlopeOf), slope => WriteNumber(writer, slope));
        }

        writer.WriteString("loss", header.Network.HasLoss ? header.Loss.DisplayName : null);
        if (header.Loss is GivenGradient)
        {
            writer.WriteString("gradient", "given");
        }

        writer.WritePropertyName("learningRate");
        WriteNumber(writer, header.Rule.Moves ? header.Rule.LearningRate : null);
        writer.WriteNumber("batch", header.Batch);
        writer.WriteString("reduction", header.Rule.Reduction == Reduction.Mean ? "mean" : "sum");
        writer.WriteBoolean("updateBiases", header.Rule.UpdateBiases);
        writer.WriteString("outputGradient", header.Rule.OutputGradient == OutputGradient.Shortcut ? "shortcut" : "jacobian");
    });

    /// <inheritdoc/>
    public IEnumerable<string> Records(StepTrace step) => step.Records.Select(record => Line(writer => Write(writer, record)));

    /// <inheritdoc/>
    public string Closing(int records) => Line(writer =>
    {
        writer.WriteBoolean("end", true);
        writer.WriteNumber("records", records);
    });

    private static void Write(Utf8JsonWriter writer, TraceRecord record)
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

        writer.WriteString("phase", record.Tensor.Phase);
        writer.WriteNumber("layer", record.Tensor.Layer);
        writer.WriteString("equation", record.Equation);
        writer.WriteString("symbol", record.Symbol);
        WriteArray(writer, "shape", record.Tensor.Shape, writer.WriteNumberValue);
        writer.WriteString("formula", record.Formula);
        WriteArray(writer, "operands", record.Operands, writer.WriteStringValue);
        if (record.IsListed)
        {
            WriteArray(writer, "values", record.Rows.SelectMany(row => row), writer.WriteNumberValue);
        }
        else
        {
            writer.WriteNull("values");
        }

        if (record.Note is not null)
        {
            writer.WriteString("note", record.Note);
        }
    }

    private static double? SlopeOf(Layer layer) => layer.Activation is LeakyRelu { IsStandard: true } leaky ? leaky.Slope : null;

    private static void WriteNumber(Utf8JsonWriter writer, double? number)
    {
        if (number is double value)
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private static string Line(Action<Utf8JsonWriter> write)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Options))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void WriteArray<T>(Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<T> write)
    {
        writer.WriteStartArray(name);
        foreach (T item in items)
        {
            write(item);
        }

        writer.WriteEndArray();
    }
}
