using System.Text.RegularExpressions;
using LoopNet.Cli;
using LoopNet.Tests.Data;

namespace LoopNet.Tests.Cli;

/// <summary>A run that diverges or whose units die says so, and names the command that shows the numbers.</summary>
public sealed class DivergenceTests : IDisposable
{
    private static readonly string[] Diverging =
        ["train", "--data", "embedded", "--limit", "20", "--layers", "784,6,10", "--hidden", "relu", "--epochs", "3", "--shuffle"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("1e160", "1", "fast")]
    [InlineData("1e160", "1", "literal")]
    [InlineData("1e160", "7", "fast")]
    [InlineData("1e160", "19", "literal")]
    public void Train_ThatDiverges_NamesTheCommandThatTracesThatSample(string rate, string batch, string engine)
    {
        CommandRun run = CommandRun.Of([.. Diverging, "--learning-rate", rate, "--batch", batch, "--engine", engine]);

        Assert.Equal(ExitStatus.BadInput, run.Status);
        string line = Assert.Single(CommandRun.Lines(run.Error));
        Match stop = Regex.Match(line, @"^loopnet: (?<element>\S+) is \S+ in epoch \d, sample \d+ \(step \d+\); .*; likely cause: a parameter of layer \d is \S+ in size: .*; every number of that sample: loopnet (?<command>train .*)$");
        Assert.True(stop.Success, line);
        string[] command = stop.Groups["command"].Value.Split(' ');
        Assert.DoesNotContain("--engine", command);

        CommandRun traced = CommandRun.Of([.. command, "--trace-out", _folder.Path]);

        Assert.Equal(ExitStatus.BadInput, traced.Status);
        string file = Assert.Single(Directory.GetFiles(_folder.Path));
        Assert.EndsWith($"traces written: {file}\n", traced.Error, StringComparison.Ordinal);
        string text = File.ReadAllText(file);
        Assert.Contains($"\nThe step stopped here: {stop.Groups["element"].Value} is ", text, StringComparison.Ordinal);
        Assert.Contains("F1  z1 = W1 x + b1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("W1'", text[text.LastIndexOf("--------\n", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public void Train_WithASampleOfAStepToTrace_TracesItAsAStepOfItsOwn()
    {
        string[] args = ["train", "--data", "embedded", "--limit", "8", "--layers", "784,4,10", "--epochs", "1"];
        CommandRun batches = CommandRun.Of([.. args, "--batch", "4", "--trace-step", "1/2", "--trace-out", _folder.Path]);
        CommandRun whole = CommandRun.Of([.. args, "--batch", "4", "--trace-step", "1", "--trace-out", _folder.Path]);

        Assert.True(batches.Status == ExitStatus.Done, batches.Error);
        Assert.True(whole.Status == ExitStatus.Done, whole.Error);
        string alone = File.ReadAllText(Path.Join(_folder.Path, "train-step-1-sample-2.trace.jsonl"));
        string step = File.ReadAllText(Path.Join(_folder.Path, "train-step-1.trace.jsonl"));
        Assert.Equal(ValuesOf(step, "\"sample\":2", "z2"), ValuesOf(alone, "\"sample\":0", "z2"));
        Assert.Equal(ValuesOf(step, "\"sample\":2", "dL/dW1"), ValuesOf(alone, "\"sample\":0", "dL/dW1"));
        Assert.Equal(ExitStatus.Done, CommandRun.Of("check", Path.Join(_folder.Path, "train-step-1-sample-2.trace.jsonl")).Status);
    }

    [Theory]
    [InlineData("1/4", "'1/4' is no sample of a step, whose samples are numbered 0 to 3")]
    [InlineData("1/-1", "'1/-1' is no sample of a step")]
    [InlineData("1/2/3", "'1/2/3' is no step of this run")]
    [InlineData("/1", "'/1' is no step of this run")]
    public void Train_WithASampleThatIsNone_SaysWhichThereAre(string step, string sentence)
    {
        string error = CommandRun.Of("train", "--data", "embedded", "--limit", "8", "--batch", "4", "--trace-step", step, "--trace-out", _folder.Path).AssertOneSentence();

        Assert.Contains(sentence, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_WithAStepOfManySamples_SaysThatOneOfThemCanBeTraced()
    {
        string[] args = ["train", "--data", "embedded", "--limit", "150", "--layers", "784,3,10", "--batch", "all", "--epochs", "1", "--trace-out", _folder.Path];

        string error = CommandRun.Of([.. args, "--trace-step", "1"]).AssertOneSentence();
        CommandRun run = CommandRun.Of([.. args, "--trace-step", "1/149"]);

        Assert.Contains("choose one of them with N/SAMPLE", error, StringComparison.Ordinal);
        Assert.True(run.Status == ExitStatus.Done, run.Error);
        Assert.True(File.Exists(Path.Join(_folder.Path, "train-step-1-sample-149.trace.txt")));
    }

    [Fact]
    public void Train_WhoseUnitsDie_SaysHowManyOfWhichLayer()
    {
        string[] args = ["train", "--data", "embedded", "--limit", "30", "--layers", "784,5,10", "--epochs", "2"];

        CommandRun dead = CommandRun.Of([.. args, "--hidden", "relu", "--learning-rate", "50"]);
        CommandRun some = CommandRun.Of([.. args, "--hidden", "relu", "--learning-rate", "0.01"]);
        CommandRun none = CommandRun.Of([.. args, "--hidden", "tanh"]);

        Assert.Equal(ExitStatus.Done, dead.Status);
        Assert.Contains("epoch 1: layer 1: all 5 ReLU units are dead: they give 0 for every training digit", dead.Error, StringComparison.Ordinal);
        Assert.All(CommandRun.Lines(some.Error), line => Assert.Contains(": layer 1: 2 of 5 ReLU units are dead: 0 for every training digit", line, StringComparison.Ordinal));
        Assert.Equal("", none.Error);
    }

    private static string ValuesOf(string trace, string sample, string symbol)
    {
        string line = Assert.Single(CommandRun.Lines(trace), line => line.Contains(sample, StringComparison.Ordinal) && line.Contains($"\"symbol\":\"{symbol}\"", StringComparison.Ordinal));
        return line[line.IndexOf("\"values\"", StringComparison.Ordinal)..];
    }
}
