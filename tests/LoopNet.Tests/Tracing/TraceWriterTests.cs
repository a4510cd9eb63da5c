using LoopNet.Tests.Data;
using LoopNet.Tracing;

namespace LoopNet.Tests.Tracing;

/// <summary>A trace to a stream or a text: the bytes of its file; and formats that there are not.</summary>
public sealed class TraceWriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Formats => [.. TraceFiles.Formats];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Formats))]
    public void Write_ToAStreamOrAText_GivesWhatTheFileHolds(string format)
    {
        string path = Assert.Single(new TraceFiles(_folder.Path, [format], new TextOptions()).Write(Mazur.Example()));
        using MemoryStream stream = new();
        StringWriter text = new();
        TraceWriter writer = new(format, new TextOptions());

        writer.Write(stream, Mazur.Example());
        writer.Write(text, Mazur.Example());

        Assert.Equal(File.ReadAllBytes(path), stream.ToArray());
        Assert.Equal(File.ReadAllText(path), text.ToString());
        Assert.True(stream.CanWrite, "the stream stays open");
        Assert.Equal(format == "txt", writer.Shown is not null);
    }

    [Fact]
    public void Write_OfMoreStepsThanThereAre_WritesNothing()
    {
        StringWriter text = new();

        Assert.Throws<TraceException>(() => new TraceWriter("txt", new TextOptions()).Write(text, ShippedExamples.Read("forward-only"), steps: 1000));
        Assert.Equal("", text.ToString());
    }

    [Theory]
    [InlineData("xml")]
    [InlineData("TXT")]
    [InlineData("")]
    public void Formats_ThatThereAreNot_AreRefused(string format)
    {
        ArgumentException writer = Assert.Throws<ArgumentException>(() => new TraceWriter(format, new TextOptions()));
        ArgumentException files = Assert.Throws<ArgumentException>(() => new TraceFiles(_folder.Path, ["txt", format], new TextOptions()));

        Assert.Contains($"There is no format '{format}' of a trace; it is {string.Join(" or ", TraceFiles.Formats)}", writer.Message, StringComparison.Ordinal);
        Assert.Contains($"There is no format '{format}' of a trace", files.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new TraceFiles(_folder.Path, [], new TextOptions()));
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }
}
