using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LoopNet.Tests.Tracing;

/// <summary>
/// Reads a trace from its JSON Lines and refuses whatever the format does not allow. It knows the format from its
/// description alone and shares no line with the writer.
/// </summary>
public static partial class TraceReader
{
    private static readonly string[] HeaderKeys =
        ["format", "example", "sizes", "activations", "loss", "learningRate", "batch", "reduction", "updateBiases", "outputGradient"];

    private static readonly string[] RecordKeys =
        ["step", "sample", "phase", "layer", "equation", "symbol", "shape", "formula", "operands", "values"];

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">The file is no whole and proper trace.</exception>
    public static ReadTrace Read(string path) => Parse(File.ReadAllBytes(path));

    /// <summary>Reads the bytes of a file.</summary>
    /// <exception cref="FormatException">The file is no whole and proper trace.</exception>
    public static ReadTrace Parse(byte[] bytes)
    {
        string[] lines = Lines(bytes);
        ReadHeader? header = null;
        List<ReadRecord> records = [];
        for (int number = 1; number <= lines.Length; number++)
        {
            bool last = number == lines.Length;
            using JsonDocument document = Json(lines[number - 1], number);
            JsonElement line = document.RootElement;
            Require(line.ValueKind == JsonValueKind.Object, number, "no object");
            Require(HasOnlyNecessaryEscapes(lines[number - 1]), number, "escapes what JSON does not demand");
            if (number == 1)
            {
                header = Header(line);
            }
            else if (last)
            {
                CheckEnd(line, number, records.Count);
            }
            else
            {
                ReadRecord record = Record(line, number);
                TraceRules.Check(records, record, fault => Require(false, number, fault));
                records.Add(record);
            }
        }

        return new ReadTrace(header!, records);
    }

    private static string[] Lines(byte[] bytes)
    {
        Require(!bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble), 1, "begins with a byte order mark");
        Require(!bytes.Contains((byte)'\r'), 1, "the file has carriage returns");
        Require(bytes.Length > 0 && bytes[^1] == '\n', 1, "the file does not end with a line feed");
        string[] lines = StrictUtf8.GetString(bytes, 0, bytes.Length - 1).Split('\n');
        Require(lines.Length >= 2, lines.Length, "header or end is missing");
        return lines;
    }

    private static JsonDocument Json(string line, int number)
    {
        try
        {
            return JsonDocument.Parse(line);
        }
        catch (JsonException exception)
        {
            throw new FormatException($"line {number}: {exception.Message}", exception);
        }
    }

    private static ReadHeader Header(JsonElement line)
    {
        Require(Keys(line).SequenceEqual(HeaderKeys), 1, $"keys {string.Join(' ', Keys(line))}");
        Require(line.GetProperty("format").GetString() == "loopnet-trace/1", 1, "another format");
        ReadHeader header = new(
            line.GetProperty("example").GetString()!,
            Whole(line.GetProperty("sizes")),
            Strings(line.GetProperty("activations")),
            line.GetProperty("loss").GetString()!,
            line.GetProperty("learningRate").GetDouble(),
            line.GetProperty("batch").GetInt32(),
            line.GetProperty("reduction").GetString()!,
            line.GetProperty("updateBiases").GetBoolean(),
            line.GetProperty("outputGradient").GetString()!);
        Require(header.Sizes.Length == header.Activations.Length + 1, 1, "sizes and activations do not fit each other");
        Require(header.Reduction is "mean" or "sum", 1, $"reduction {header.Reduction}");
        Require(header.OutputGradient is "jacobian" or "shortcut", 1, $"outputGradient {header.OutputGradient}");
        return header;
    }

    private static ReadRecord Record(JsonElement line, int number)
    {
        string[] keys = [.. Keys(line)];
        string[] allowed = keys.Contains("note") ? [.. RecordKeys, "note"] : RecordKeys;
        Require(keys.SequenceEqual(allowed), number, $"keys {string.Join(' ', keys)}");
        JsonElement sample = line.GetProperty("sample");
        JsonElement values = line.GetProperty("values");
        return new ReadRecord(
            line.GetProperty("step").GetInt32(),
            sample.ValueKind == JsonValueKind.Null ? null : sample.GetInt32(),
            line.GetProperty("phase").GetString()!,
            line.GetProperty("layer").GetInt32(),
            line.GetProperty("equation").GetString(),
            line.GetProperty("symbol").GetString()!,
            Whole(line.GetProperty("shape")),
            line.GetProperty("formula").GetString(),
            Strings(line.GetProperty("operands")),
            values.ValueKind == JsonValueKind.Null ? null : [.. values.EnumerateArray().Select(value => value.GetDouble())],
            keys.Contains("note") ? line.GetProperty("note").GetString() : null);
    }

    private static void CheckEnd(JsonElement line, int number, int records)
    {
        Require(Keys(line).SequenceEqual(["end", "records"]), number, "no end: the trace is incomplete");
        Require(line.GetProperty("end").GetBoolean(), number, "end is not true");
        int counted = line.GetProperty("records").GetInt32();
        Require(counted == records, number, $"counts {counted} records, but there are {records}");
    }

    // JSON demands that quotes, backslashes and control characters are escaped, and nothing else.
    private static bool HasOnlyNecessaryEscapes(string line)
    {
        foreach (Match escape in Escapes().Matches(line))
        {
            string code = escape.Groups[1].Value;
            bool necessary = code.Length == 1 ? "\"\\bfnrt".Contains(code) : Convert.ToInt32(code[1..], 16) < 0x20;
            if (!necessary)
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<string> Keys(JsonElement line) => line.EnumerateObject().Select(property => property.Name);

    private static int[] Whole(JsonElement array) => [.. array.EnumerateArray().Select(element => element.GetInt32())];

    private static string[] Strings(JsonElement array) => [.. array.EnumerateArray().Select(element => element.GetString()!)];

    private static void Require(bool holds, int line, string fault)
    {
        if (!holds)
        {
            throw new FormatException($"line {line}: {fault}");
        }
    }

    [GeneratedRegex(@"\\(u....|.)")]
    private static partial Regex Escapes();
}
