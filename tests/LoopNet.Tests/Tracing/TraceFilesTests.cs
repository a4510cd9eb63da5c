using LoopNet.Tests.Data;
using LoopNet.Tracing;

namespace LoopNet.Tests.Tracing;

/// <summary>Writes that fail: a trace is there whole, or it is not there.</summary>
public sealed class TraceFilesTests : IDisposable
{
    private const string Complaint = "No space left on device";

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, double, bool, bool> Failures
    {
        get
        {
            TheoryData<string, double, bool, bool> failures = [];
            foreach (string format in TraceFiles.Formats)
            {
                foreach (bool before in new bool[] { false, true })
                {
                    // The share of the file that is written; then a write fails, or, at the very end, the flush after it.
                    failures.Add(format, 0.0, false, before);
                    failures.Add(format, 0.001, false, before);
                    failures.Add(format, 0.5, false, before);
                    failures.Add(format, 0.9999, false, before);
                    failures.Add(format, 1.0, true, before);
                }
            }

            return failures;
        }
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Failures))]
    public void Write_ThatFails_LeavesWhatWasThere(string format, double share, bool inFlush, bool before)
    {
        Example example = Mazur.Example();
        long length = LengthOf(example, format);
        long bytes = inFlush ? length : Math.Min((long)(share * length), length - 1);
        FailurePoint point = new(bytes, inFlush, () => new IOException(Complaint));
        if (before)
        {
            _folder.WriteText("mazur.trace.txt", "an older text");
            _folder.WriteText("mazur.trace.jsonl", "older records");
        }

        TraceFiles files = new(_folder.Path, TraceFiles.Formats, new TextOptions()) { Hooks = new FailingDisk(format, point) };
        TraceException exception = Assert.Throws<TraceException>(() => files.Write(example));

        Assert.Equal($"{_folder.Path}: the trace of mazur cannot be written ({Complaint})", exception.Message);
        AssertFiles(before ? ["mazur.trace.jsonl", "mazur.trace.txt"] : []);
        if (before)
        {
            Assert.Equal("an older text", File.ReadAllText(Path.Combine(_folder.Path, "mazur.trace.txt")));
            Assert.Equal("older records", File.ReadAllText(Path.Combine(_folder.Path, "mazur.trace.jsonl")));
        }
    }

    [Fact]
    public void Write_AfterEveryNumberOfRecords_FailsWithoutATrace()
    {
        Example example = Mazur.Example();
        byte[] whole = WrittenTrace.Bytes(example);
        for (int place = 0; place < whole.Length; place++)
        {
            if (whole[place] == '\n' && place < whole.Length - 1)
            {
                FailurePoint point = new(place + 1, FailsInFlush: false, () => new IOException(Complaint));
                TraceFiles files = new(_folder.Path, TraceFiles.Formats, new TextOptions()) { Hooks = new FailingDisk("jsonl", point) };
                Assert.Throws<TraceException>(() => files.Write(example));
                AssertFiles([]);
            }
        }
    }

    [Fact]
    public void Write_WithoutPermission_IsATraceException()
    {
        FailurePoint point = new(100, FailsInFlush: false, () => new UnauthorizedAccessException("Permission denied"));
        TraceFiles files = new(_folder.Path, TraceFiles.Formats, new TextOptions()) { Hooks = new FailingDisk("txt", point) };

        Assert.Contains("(Permission denied)", Assert.Throws<TraceException>(() => files.Write(Mazur.Example())).Message, StringComparison.Ordinal);
        AssertFiles([]);
    }

    [Fact]
    public void Write_AfterAFailure_SucceedsWithTheSameBytes()
    {
        Example example = Mazur.Example();
        FailurePoint point = new(5000, FailsInFlush: false, () => new IOException(Complaint));
        TraceFiles failing = new(_folder.Path, TraceFiles.Formats, new TextOptions()) { Hooks = new FailingDisk("jsonl", point) };
        Assert.Throws<TraceException>(() => failing.Write(example));

        new TraceFiles(_folder.Path, TraceFiles.Formats, new TextOptions()).Write(example);

        Assert.Equal(WrittenTrace.Bytes(example), File.ReadAllBytes(Path.Combine(_folder.Path, "mazur.trace.jsonl")));
        AssertFiles(["mazur.trace.html", "mazur.trace.jsonl", "mazur.trace.txt"]);
    }

    // A process that was killed leaves such files; the sink appends.
    [Fact]
    public void Write_OverUnfinishedFiles_BeginsAfresh()
    {
        _folder.WriteText($"mazur.trace.txt.{Environment.ProcessId}.part", "half a text");
        _folder.WriteText($"mazur.trace.jsonl.{EndedProcess.Number()}.part", "half a record");

        new TraceFiles(_folder.Path, TraceFiles.Formats, new TextOptions()).Write(Mazur.Example());

        Assert.Equal(WrittenTrace.Bytes(Mazur.Example()), File.ReadAllBytes(Path.Combine(_folder.Path, "mazur.trace.jsonl")));
        Assert.Equal(WrittenTrace.Text(Mazur.Example()), File.ReadAllText(Path.Combine(_folder.Path, "mazur.trace.txt")));
        AssertFiles(["mazur.trace.html", "mazur.trace.jsonl", "mazur.trace.txt"]);
    }

    // Each run has files of its own, so none gives the other's unfinished one a name.
    [Fact]
    public void Write_BySeveralAtOnce_LeavesOneWholeTrace()
    {
        string[] folders = [.. Enumerable.Repeat(_folder.Path, 8)];

        Parallel.ForEach(folders, folder => new TraceFiles(folder, TraceFiles.Formats, new TextOptions()).Write(Mazur.Example()));

        Assert.Equal(WrittenTrace.Bytes(Mazur.Example()), File.ReadAllBytes(Path.Combine(_folder.Path, "mazur.trace.jsonl")));
        Assert.Equal(WrittenTrace.Text(Mazur.Example()), File.ReadAllText(Path.Combine(_folder.Path, "mazur.trace.txt")));
        AssertFiles(["mazur.trace.html", "mazur.trace.jsonl", "mazur.trace.txt"]);
    }

    [Theory]
    [InlineData("mkfifo mazur.trace.txt", "mazur.trace.txt: this is a pipe or a device, where a file is to be written")]
    [InlineData("mkfifo pipe; ln -s pipe mazur.trace.jsonl", "mazur.trace.jsonl: this is a pipe or a device")]
    [InlineData("touch mazur.trace.txt; chmod 444 mazur.trace.txt", "mazur.trace.txt: this file is write-protected")]
    [InlineData("touch mazur.trace.txt; ln mazur.trace.txt mazur.trace.jsonl", "are one file, but a trace has several")]
    public void Write_WhereNoTraceCanStand_ChangesNothing(string script, string part)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _folder.Shell(script);
        TraceException exception = Assert.Throws<TraceException>(() => new TraceFiles(_folder.Path, TraceFiles.Formats, new TextOptions()).Write(Mazur.Example()));

        Assert.Contains(part, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.GetFiles(_folder.Path), path => path.EndsWith(".part", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("mazur.trace.txt")]
    [InlineData("mazur.trace.jsonl")]
    public void Write_WhereAFolderHasTheNameOfAFile_ChangesNothing(string name)
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, name));

        TraceFiles files = new(_folder.Path, TraceFiles.Formats, new TextOptions());

        Assert.Throws<TraceException>(() => files.Write(Mazur.Example()));
        AssertFiles([name]);
    }

    // A network that explodes in its second step: the first was sound, and its trace is not kept.
    [Fact]
    public void Write_OfAnExampleThatIsNotFinite_LeavesNoFile()
    {
        Layer layer = new([[1e200]], [0.0], new Identity());
        SampleList samples = new([[1e100]], [[0.0]]);
        Network network = new([layer], new SquaredError());
        Example example = new("exploding", network, samples, new UpdateRule(0.1), BatchSize: 1, Steps: 2, Source: null);

        Assert.Throws<NonFiniteException>(() => new TraceFiles(_folder.Path, TraceFiles.Formats, new TextOptions()).Write(example));
        AssertFiles([]);
    }

    // L and dL/dz are finite, and so the step is made; but dL/dW overflows, and JSON has no infinity.
    [Fact]
    public void Write_OfAGradientThatIsNotFinite_NamesItAndLeavesNoFile()
    {
        Layer layer = new([[1e-100]], null, new Identity());
        SampleList samples = new([[1e250]], [[0.0]]);
        Network network = new([layer], new SquaredError());
        Example example = new("overflowing", network, samples, new UpdateRule(0.1), BatchSize: 1, Steps: 1, Source: null);

        TraceFiles files = new(_folder.Path, TraceFiles.Formats, new TextOptions());
        TraceException exception = Assert.Throws<TraceException>(() => files.Write(example));

        Assert.Contains("dL/dW1[0,0] is Infinity in step 1, sample 0", exception.Message, StringComparison.Ordinal);
        AssertFiles([]);
    }

    private static long LengthOf(Example example, string format)
    {
        return format == "jsonl" ? WrittenTrace.Bytes(example).Length : WrittenTrace.Text(example).Length;
    }

    private void AssertFiles(string[] names)
    {
        IEnumerable<string?> found = Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName);
        Assert.Equal(names, found.Order(StringComparer.Ordinal));
    }
}
