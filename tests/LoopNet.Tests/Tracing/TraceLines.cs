using System.Text;
using System.Text.Json;
using LoopNet.Tests.Verifying;
using LoopNet.Verifying;

namespace LoopNet.Tests.Tracing;

/// <summary>The JSON Lines of a trace that the verifier passes: its header, and its records in their order, by <c>step/sample/symbol</c>.</summary>
public sealed record TraceLines(FileHeader Header, IReadOnlyDictionary<string, JsonElement> Records)
{
    /// <summary>Reads a file.</summary>
    public static TraceLines Read(string path) => Parse(File.ReadAllBytes(path));

    /// <summary>Reads the bytes of a file.</summary>
    public static TraceLines Parse(byte[] bytes)
    {
        string text = Encoding.UTF8.GetString(bytes);
        TraceVerdict verdict = Verified.AssertFollows(text);
        IEnumerable<JsonElement> records = text.Split('\n')[1..^2].Select(line => JsonDocument.Parse(line).RootElement);
        return new TraceLines(verdict.Header!, records.ToDictionary(Key));
    }

    /// <summary>The numbers of a tensor.</summary>
    public double[] Values(string key) => [.. Records[key].GetProperty("values").EnumerateArray().Select(value => value.GetDouble())];

    private static string Key(JsonElement record) => $"{record.GetProperty("step")}/{record.GetProperty("sample")}/{record.GetProperty("symbol")}";
}
