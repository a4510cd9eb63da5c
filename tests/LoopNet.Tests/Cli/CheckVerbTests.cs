using System.Globalization;
using LoopNet.Cli;
using LoopNet.Tests.Data;

namespace LoopNet.Tests.Cli;

public sealed class CheckVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("mazur", "60 records of 2 steps")]
    [InlineData("tiny", "43 records of 1 step,")]
    public void Check_OfACommittedTrace_SaysThatItFollows(string name, string counted)
    {
        string path = Path.Combine(Repository.Top, "traces", $"{name}.trace.jsonl");

        CommandRun run = CommandRun.Of("check", path);

        Assert.Equal(ExitStatus.Done, run.Status);
        Assert.Equal("", run.Error);
        Assert.StartsWith($"{path}: the trace follows\n", run.Output, StringComparison.Ordinal);
        Assert.Contains(counted, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_OfATraceByAnotherLibrary_SaysSoAndIsRefusedByStrict()
    {
        string path = Path.Combine(_folder.Path, "other.trace.jsonl");
        File.WriteAllText(path, LastLossOneUnitOff());

        CommandRun run = CommandRun.Of("check", path);
        CommandRun strict = CommandRun.Of("check", path, "--strict");

        Assert.Equal(ExitStatus.Done, run.Status);
        Assert.Contains("it agrees within 2 units, but is not correctly rounded: made by another library? (1 number)", run.Output, StringComparison.Ordinal);
        Assert.Contains("first    line ", run.Output, StringComparison.Ordinal);
        Assert.Equal(ExitStatus.CheckFailed, strict.Status);
        Assert.Contains("the trace does not follow", strict.Output, StringComparison.Ordinal);
        Assert.Contains("apart    1 unit in the last place", strict.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_OfACommittedTrace_PassesStrict()
    {
        CommandRun run = CommandRun.Of("check", Path.Combine(Repository.Top, "traces", "xor-batch.trace.jsonl"), "--strict");

        Assert.Equal(ExitStatus.Done, run.Status);
        Assert.Contains("agree    every number to the bit, with exp, ln and tanh correctly rounded\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_OfAnswersWithStrict_IsAUsageError()
    {
        CommandRun run = CommandRun.Of("check", "mazur", "answers.json", "--strict");

        Assert.Equal(ExitStatus.BadInput, run.Status);
        Assert.Contains("--strict is for a trace", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_OfAChangedNumber_NamesItAndGivesStatus1()
    {
        CommandRun run = OfChanged("0.39249999999999996", "0.39");

        Assert.Equal(ExitStatus.CheckFailed, run.Status);
        await Verify(run.Output.Replace(_folder.Path, "FOLDER", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Check_OfAChangedInput_NamesItAndGivesStatus1()
    {
        CommandRun run = OfChanged("[0.05,0.1]", "[0.05,0.2]");

        Assert.Equal(ExitStatus.CheckFailed, run.Status);
        await Verify(run.Output.Replace(_folder.Path, "FOLDER", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"format\":\"loopnet-trace/2\"", "\"format\":\"loopnet-trace/3\"", ExitStatus.BadInput)]
    [InlineData("\"format\":\"loopnet-trace/2\"", "\"format\":\"loopnet-trace/1\"", ExitStatus.Done)]
    [InlineData("\"example\":\"mazur\"", "\"example\":\"other\"", ExitStatus.Done)]
    [InlineData("\"example\":\"mazur\"", "\"example\":\"\"", ExitStatus.CheckFailed)]
    [InlineData("[2,2,2]", "[2,3,2]", ExitStatus.CheckFailed)]
    [InlineData("[2,2,2]", "[2,2]", ExitStatus.CheckFailed)]
    [InlineData("[\"sigmoid\",\"sigmoid\"]", "[\"tanh\",\"sigmoid\"]", ExitStatus.CheckFailed)]
    [InlineData("[\"sigmoid\",\"sigmoid\"]", "[\"sigmoid\",\"softmax\"]", ExitStatus.CheckFailed)]
    [InlineData("\"squared-error\"", "\"mean-squared-error\"", ExitStatus.CheckFailed)]
    [InlineData("\"learningRate\":0.5", "\"learningRate\":0.25", ExitStatus.CheckFailed)]
    [InlineData("\"learningRate\":0.5", "\"learningRate\":0", ExitStatus.CheckFailed)]
    [InlineData("\"batch\":1", "\"batch\":2", ExitStatus.CheckFailed)]
    [InlineData("\"reduction\":\"mean\"", "\"reduction\":\"sum\"", ExitStatus.Done)]
    [InlineData("\"updateBiases\":false", "\"updateBiases\":true", ExitStatus.CheckFailed)]
    [InlineData("\"outputGradient\":\"jacobian\"", "\"outputGradient\":\"shortcut\"", ExitStatus.CheckFailed)]
    public void Check_OfAChangedHeader_SaysWhatToDo(string before, string after, int status)
    {
        Assert.Contains(before, Repository.Read("traces/mazur.trace.jsonl"), StringComparison.Ordinal);

        CommandRun run = OfChanged(before, after);

        Assert.Equal(status, run.Status);
        Assert.Equal(status == ExitStatus.CheckFailed, run.Output.Contains("\ndo       ", StringComparison.Ordinal));
        Assert.Equal(status == ExitStatus.BadInput, run.Error.Length > 0);
    }

    [Fact]
    public void Check_OfAnotherLearningRate_AdvisesOnTheHeaderAlone()
    {
        string[] lines = CommandRun.Lines(OfChanged("\"learningRate\":0.5", "\"learningRate\":0.25").Output);

        Assert.EndsWith(", line 1: the trace does not follow", lines[0], StringComparison.Ordinal);
        Assert.Equal("do       Set \"learningRate\" right in the header, or compute the update again.", lines[^1]);
        Assert.DoesNotContain(lines, line => line.StartsWith("apart", StringComparison.Ordinal) || line.StartsWith("derived", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("0.39249999999999996", "-0.39249999999999996", "apart    the sign is reversed")]
    [InlineData("0.39249999999999996", "0.3925", "apart    1 unit in the last place")]
    [InlineData("0.39249999999999996", "0.39250000000005", "apart    901 units in the last place")]
    [InlineData("0.39249999999999996", "-0.3", "apart    a relative difference of 1.76")]
    public void Check_OfAChangedNumber_SaysHowFarItLies(string before, string after, string row)
    {
        Assert.Contains($"\n{row}\n", OfChanged(before, after).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_OfATraceWithControlCharacters_EscapesThem()
    {
        CommandRun run = OfChanged("\"symbol\":\"z1\"", "\"symbol\":\"z1\\u001b[31m\\n\"");

        Assert.Equal(ExitStatus.CheckFailed, run.Status);
        Assert.Contains("its symbol is z1\\u001b[31m\\u000a, and z1 was expected\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_OfATraceWithALongText_QuotesItsBeginning()
    {
        CommandRun run = OfChanged("\"symbol\":\"z1\"", $"\"symbol\":\"{new string('z', 5000)}\"");

        Assert.Equal(ExitStatus.CheckFailed, run.Status);
        Assert.Contains($"its symbol is {new string('z', 42)}..., and z1 was expected\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_OfNoSuchFile_IsOneSentence()
    {
        Assert.Equal("none.jsonl: there is no such file. Check the path.", CommandRun.Of("check", "none.jsonl").AssertOneSentence());
    }

    [Fact]
    public void Check_OfAnotherFile_IsOneSentence()
    {
        string path = _folder.WriteText("other.jsonl", "{}\n");

        string sentence = CommandRun.Of("check", path).AssertOneSentence();

        Assert.StartsWith($"{path}: line 1: the line has no key \"format\"", sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("give the file of the answers to mazur; or a trace alone, which ends in .jsonl; see loopnet check --help", "mazur")]
    [InlineData("a trace is verified by itself: leave answers.json out, or name an example in place of t.jsonl; see loopnet check --help", "t.jsonl", "answers.json")]
    [InlineData("--json is for answers; leave it out for a trace; see loopnet check --help", "t.jsonl", "--json")]
    public void Check_WrongUse_IsOneSentence(string sentence, params string[] arguments)
    {
        Assert.Equal(sentence, CommandRun.Of(["check", .. arguments]).AssertOneSentence());
    }

    [Fact]
    public void Check_OfThePagesExample_PrintsWhatStandsThere()
    {
        string report = OfChanged("0.39249999999999996", "0.39").Output.Replace($"{_folder.Path}{Path.DirectorySeparatorChar}", "", StringComparison.Ordinal);

        Assert.Contains($"```console\n{report}```", Repository.Read("docs/trace-format.md"), StringComparison.Ordinal);
    }

    private CommandRun OfChanged(string before, string after)
    {
        string text = Repository.Read("traces/mazur.trace.jsonl");
        int place = text.IndexOf(before, StringComparison.Ordinal);
        return CommandRun.Of("check", _folder.WriteText("changed.trace.jsonl", text.Remove(place, before.Length).Insert(place, after)));
    }

    // No number reads a loss, so all else follows.
    private static string LastLossOneUnitOff()
    {
        string[] lines = Repository.Read("traces/tiny.trace.jsonl").Split('\n');
        int line = Array.FindLastIndex(lines, text => text.Contains("\"symbol\":\"L\"", StringComparison.Ordinal));
        int start = lines[line].IndexOf("\"values\":[", StringComparison.Ordinal) + "\"values\":[".Length;
        int end = lines[line].IndexOf(']', start);
        double loss = double.Parse(lines[line][start..end], CultureInfo.InvariantCulture);
        lines[line] = Invariant($"{lines[line][..start]}{Math.BitIncrement(loss):R}{lines[line][end..]}");
        return string.Join('\n', lines);
    }
}
