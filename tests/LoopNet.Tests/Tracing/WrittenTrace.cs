using LoopNet.Tests.Data;
using LoopNet.Tracing;

namespace LoopNet.Tests.Tracing;

/// <summary>Traces written as the command writes them, and what is then in the files.</summary>
public static class WrittenTrace
{
    /// <summary>The JSON Lines of an example, read back.</summary>
    public static TraceLines Read(Example example) => TraceLines.Parse(Bytes(example));

    /// <summary>The bytes of the JSON Lines of an example.</summary>
    public static byte[] Bytes(Example example)
    {
        using TemporaryFolder folder = new();
        string path = Assert.Single(new TraceFiles(folder.Path, ["jsonl"], new TextOptions()).Write(example));
        return File.ReadAllBytes(path);
    }

    /// <summary>The text of an example.</summary>
    /// <param name="example">The example.</param>
    /// <param name="digits">The significant digits of its numbers.</param>
    /// <param name="only">The tensors to show; null for all.</param>
    public static string Text(Example example, int digits = Numbers.DefaultDigits, string? only = null)
    {
        return Text(example, new TextOptions() { Numbers = new Numbers(digits), Only = only });
    }

    /// <summary>The text of an example.</summary>
    /// <param name="example">The example.</param>
    /// <param name="options">What it shows.</param>
    public static string Text(Example example, TextOptions options)
    {
        using TemporaryFolder folder = new();
        string path = Assert.Single(new TraceFiles(folder.Path, ["txt"], options).Write(example));
        return File.ReadAllText(path);
    }
}
