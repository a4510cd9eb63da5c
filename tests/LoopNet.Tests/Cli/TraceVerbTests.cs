using LoopNet.Cli;
using LoopNet.Tests.Data;
using LoopNet.Tests.Tracing;

namespace LoopNet.Tests.Cli;

/// <summary><c>loopnet trace</c>: its options, its files and its mistakes.</summary>
public sealed class TraceVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Trace_OnlyWhatNoTensorIsCalled_SaysSoAndWritesTheFiles()
    {
        CommandRun run = CommandRun.Of("trace", "--only", "dl/*", "--out", _folder.Path);

        Assert.Equal(ExitStatus.Done, run.Status);
        Assert.StartsWith("loopnet: no tensor has a name like 'dl/*'", Assert.Single(CommandRun.Lines(run.Error)), StringComparison.Ordinal);
        Assert.Equal(3, Directory.GetFiles(_folder.Path).Length);
    }

    [Fact]
    public void Trace_WithoutAnExample_WritesTinyAndNamesItsFiles()
    {
        CommandRun run = Trace();

        Assert.Equal(ExitStatus.Done, run.Status);
        Assert.Equal("", run.Error);
        Assert.Equal([PathOf("tiny.trace.txt"), PathOf("tiny.trace.jsonl"), PathOf("tiny.trace.html")], CommandRun.Lines(run.Output));
        Assert.Equal("tiny", TraceLines.Read(PathOf("tiny.trace.jsonl")).Header.Example);
    }

    [Fact]
    public void Trace_OfAFile_TracesThatExample()
    {
        string text = Repository.Read("docs/examples/mazur.json").Replace("\"mazur\"", "\"mine\"", StringComparison.Ordinal);
        string file = _folder.WriteText("mine.json", text);

        Assert.Equal(ExitStatus.Done, Trace(file).Status);

        Assert.Equal(60, TraceLines.Read(PathOf("mine.trace.jsonl")).Records.Count);
    }

    [Fact]
    public void Trace_IntoAMissingFolder_MakesIt()
    {
        string below = Path.Combine(_folder.Path, "one", "two");

        CommandRun run = CommandRun.Of("trace", "linear", "--out", below);

        Assert.Equal(ExitStatus.Done, run.Status);
        Assert.True(File.Exists(Path.Combine(below, "linear.trace.txt")));
    }

    [Theory]
    [InlineData("txt", new string[] { "linear.trace.txt" })]
    [InlineData("jsonl", new string[] { "linear.trace.jsonl" })]
    [InlineData("html", new string[] { "linear.trace.html" })]
    [InlineData("html, txt", new string[] { "linear.trace.html", "linear.trace.txt" })]
    [InlineData("jsonl,txt", new string[] { "linear.trace.jsonl", "linear.trace.txt" })]
    public void Trace_WithFormats_WritesThoseFiles(string formats, string[] files)
    {
        Assert.Equal(ExitStatus.Done, Trace("linear", "--format", formats).Status);

        Assert.Equal(files, Files());
    }

    [Fact]
    public void Trace_WithSteps_MakesThatManyUpdates()
    {
        Assert.Equal(ExitStatus.Done, Trace("mazur", "--steps", "3").Status);

        TraceLines trace = TraceLines.Read(PathOf("mazur.trace.jsonl"));
        Assert.Equal(90, trace.Records.Count);
        Assert.Equal(["1", "2", "3"], trace.Records.Keys.Select(key => key.Split('/')[0]).Distinct());
        Assert.Equal(trace.Values("2//W1'"), trace.Values("3//W1"));
    }

    [Fact]
    public void Trace_WithOnly_FiltersTheTextAndNeverTheRecords()
    {
        Trace("mazur");
        byte[] records = File.ReadAllBytes(PathOf("mazur.trace.jsonl"));
        string[] all = Headings();

        Assert.Equal(ExitStatus.Done, Trace("mazur", "--only", "dL/*").Status);

        Assert.Equal(records, File.ReadAllBytes(PathOf("mazur.trace.jsonl")));
        string[] shown = Headings();
        Assert.Equal(all.Where(heading => heading.StartsWith("dL/", StringComparison.Ordinal)), shown);
        Assert.Equal(18, shown.Length);
        Assert.EndsWith("\nEnd of trace: 60 records.\n", File.ReadAllText(PathOf("mazur.trace.txt")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("L", 2)]
    [InlineData("W1'", 2)]
    [InlineData("?1", 8)]
    [InlineData("l", 0)]
    [InlineData("*", 60)]
    public void Trace_WithOnly_ShowsTheTensorsThatMatch(string pattern, int tensors)
    {
        Assert.Equal(ExitStatus.Done, Trace("mazur", "--only", pattern).Status);

        Assert.Equal(tensors, Headings().Length);
    }

    [Theory]
    [InlineData("1", "= 0.3\n")]
    [InlineData("3", "= 0.298\n")]
    [InlineData("10", "= 0.2983711088\n")]
    [InlineData("17", "= 0.29837110876000272\n")]
    public void Trace_WithDigits_WritesThatManyInTheTextAndAllInTheRecords(string digits, string loss)
    {
        Assert.Equal(ExitStatus.Done, Trace("mazur", "--digits", digits, "--only", "L").Status);

        Assert.Contains(loss, File.ReadAllText(PathOf("mazur.trace.txt")), StringComparison.Ordinal);
        Assert.Equal(0.29837110876000272, TraceLines.Read(PathOf("mazur.trace.jsonl")).Values("1/0/L")[0], 1e-16);
    }

    [Fact]
    public void Trace_WithList_NamesTheShippedExamplesAndWritesNothing()
    {
        CommandRun run = Trace("--list");

        Assert.Equal(ExitStatus.Done, run.Status);
        IEnumerable<string> names = CommandRun.Lines(run.Output.Split("\n\n")[0]).Skip(1).Select(line => line.Split(' ')[0]);
        Assert.Equal(Data.ShippedExamples.Names, names);
        Assert.Contains("mazur  https://mattmazur.com/", run.Output, StringComparison.Ordinal);
        Assert.Contains("784-32-32-10", run.Output, StringComparison.Ordinal);
        Assert.Empty(Files());
    }

    [Theory]
    [InlineData("--format", "xml", "--format is txt or jsonl or html")]
    [InlineData("--format", "txt,", "--format is txt or jsonl or html")]
    [InlineData("--format", "", "--format is txt or jsonl or html")]
    [InlineData("--digits", "0", "--digits is a whole number of at least 1 and at most 17, not '0'")]
    [InlineData("--digits", "18", "--digits is a whole number of at least 1 and at most 17, not '18'")]
    [InlineData("--digits", "many", "--digits")]
    [InlineData("--steps", "0", "--steps")]
    [InlineData("--steps", "1.5", "--steps")]
    [InlineData("--no-such", "1", "--no-such")]
    public void Trace_WithAnUnknownValue_SaysSoInOneSentence(string option, string value, string complaint)
    {
        string sentence = Trace("mazur", option, value).AssertOneSentence();

        Assert.Contains(complaint, sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("error in LoopNet itself", sentence, StringComparison.Ordinal);
        Assert.Empty(Files());
    }

    [Fact]
    public void Trace_OfAnUnknownExample_NamesTheOneThatIsMeantOrTheShippedOnes()
    {
        Assert.Equal("mazzur is neither a file nor a shipped example; did you mean mazur?", Trace("mazzur").AssertOneSentence());
        Assert.StartsWith(
            "xyzzy is neither a file nor a shipped example; the shipped examples are dead-relu, forward-only, full-size, ",
            Trace("xyzzy").AssertOneSentence(),
            StringComparison.Ordinal);

        string file = _folder.WriteText("hw1.json", "{}");
        Assert.EndsWith($"; did you mean {file}?", Trace(file[..^".json".Length]).AssertOneSentence(), StringComparison.Ordinal);
        Assert.EndsWith($"; did you mean {file}?", Trace($"{file[..^1]}m").AssertOneSentence(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("occupied")]
    [InlineData("occupied/below")]
    [InlineData("")]
    public void Trace_IntoWhatIsNoFolder_SaysSoInOneSentence(string place)
    {
        _folder.WriteText("occupied", "a file");
        string folder = place.Length == 0 ? "" : Path.Combine(_folder.Path, place);

        string sentence = CommandRun.Of("trace", "mazur", "--out", folder).AssertOneSentence();

        Assert.DoesNotContain("error in LoopNet itself", sentence, StringComparison.Ordinal);
        Assert.Equal("a file", File.ReadAllText(PathOf("occupied")));
        Assert.Equal(["occupied"], Files());
    }

    [Fact]
    public void Trace_OverAFolder_SaysSoAndChangesNothing()
    {
        Directory.CreateDirectory(PathOf("mazur.trace.jsonl"));

        string sentence = Trace("mazur").AssertOneSentence();

        Assert.Contains("mazur.trace.jsonl", sentence, StringComparison.Ordinal);
        Assert.Equal(["mazur.trace.jsonl"], Files());
    }

    [Fact]
    public void Trace_ToStandardOutput_WritesWhatTheFilesHold()
    {
        Assert.Equal(ExitStatus.Done, Trace("mazur").Status);

        Assert.Equal(File.ReadAllText(PathOf("mazur.trace.txt")), CommandRun.Of("trace", "mazur", "--out", "-").Output);
        Assert.Equal(File.ReadAllText(PathOf("mazur.trace.jsonl")), CommandRun.Of("trace", "mazur", "--out", "-", "--format", "jsonl").Output);
        string sentence = CommandRun.Of("trace", "mazur", "--out", "-", "--format", "txt,jsonl").AssertOneSentence();
        Assert.StartsWith("--out - writes one format to standard output", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Trace_TooLongForAPage_IsWrittenWithoutOneAndSaysSo()
    {
        CommandRun run = Trace("mazur", "--steps", "700");

        Assert.Equal(ExitStatus.Done, run.Status);
        Assert.Equal("loopnet: the trace of mazur is too long for a page, so none is written; trace fewer --steps to have one\n", run.Error);
        Assert.Equal(["mazur.trace.jsonl", "mazur.trace.txt"], Files());
        Assert.StartsWith("the trace of mazur is too long for a page", Trace("mazur", "--steps", "700", "--format", "html").AssertOneSentence(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--open shows the page, and --format does not name html", "--format", "txt")]
    [InlineData("--open shows a file, and --out - writes none", "--out", "-")]
    public void Trace_ThatCannotBeOpened_SaysSoBeforeItWrites(string complaint, params string[] args)
    {
        Assert.StartsWith(complaint, CommandRun.Of(["trace", "mazur", "--open", .. args]).AssertOneSentence(), StringComparison.Ordinal);
        Assert.Empty(Files());
    }

    [Fact]
    public void Trace_OfTwoFilesWithOneName_IsNamedAfterEachFile()
    {
        string text = File.ReadAllText(Data.ShippedExamples.PathOf("mazur"));
        string first = _folder.WriteText("hw1.json", text);
        string second = _folder.WriteText("hw_2.json", text);

        Assert.Equal(ExitStatus.Done, Trace(first).Status);
        Assert.Equal(ExitStatus.Done, Trace(second).Status);

        Assert.Equal(["hw1.json", "hw1.trace.html", "hw1.trace.jsonl", "hw1.trace.txt", "hw_2.json", "hw_2.trace.html", "hw_2.trace.jsonl", "hw_2.trace.txt"], Files());
        Assert.StartsWith("LoopNet trace of mazur\n", File.ReadAllText(PathOf("hw_2.trace.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public void Trace_OfASigmoidNetwork_OpensWithNothingThatItDoesNotNeed()
    {
        string box = CommandRun.Of("trace", "mazur", "--out", "-").Output.Split("== Step 1")[0];

        string[] needless = ["ReLU", "z > 0", "logarithm", "batch", "averaged", "one sample", "shortcut"];
        Assert.All(needless, word => Assert.DoesNotContain(word, box, StringComparison.Ordinal));
        Assert.Contains("| Loss        squared-error: L = 1/2 sum (a-y)^2. ", box, StringComparison.Ordinal);
        Assert.Contains("| ReLU ", CommandRun.Of("trace", "dead-relu", "--out", "-").Output, StringComparison.Ordinal);
        Assert.Contains("averaged", CommandRun.Of("trace", "xor-batch", "--out", "-").Output, StringComparison.Ordinal);
    }

    private CommandRun Trace(params string[] args) => CommandRun.Of(["trace", .. args, "--out", _folder.Path]);

    private string PathOf(string file) => Path.Combine(_folder.Path, file);

    private string[] Files() => [.. Directory.GetFileSystemEntries(_folder.Path).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    // A tensor begins after an empty line with its id, if it has one, in four columns; its shape ends the line.
    private string[] Headings()
    {
        string[] lines = File.ReadAllLines(PathOf("mazur.trace.txt"));
        return [.. lines.Where((line, i) => i > 0 && lines[i - 1].Length == 0 && line.EndsWith(')')).Select(line => line[4..].Split([' ', '['])[0])];
    }
}
