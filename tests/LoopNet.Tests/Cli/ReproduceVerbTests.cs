using LoopNet.Cli;
using LoopNet.Data;
using LoopNet.Tests.Data;

namespace LoopNet.Tests.Cli;

/// <summary><c>loopnet reproduce</c> and <c>train --plot</c>.</summary>
public sealed class ReproduceVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _digits;

    public ReproduceVerbTests() => _digits = CsvOfDigits.Write(_folder, DrawnDigits.Training(seed: 1, count: 60));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Reproduce_Quickly_PrintsOneTableAndWritesEveryFile()
    {
        string results = Path.Combine(_folder.Path, "results");

        CommandRun run = CommandRun.Of("reproduce", "--quick", "--epochs", "1", "--data", _digits, "--out", results);

        Assert.Equal(ExitStatus.Done, run.Status);
        foreach (string preset in (string[])["000", "001", "002", "003", "004"])
        {
            Assert.Single(CommandRun.Lines(run.Output), line => line.StartsWith($"{preset}            1 ", StringComparison.Ordinal));
            foreach (string file in (string[])["model.json", "history.csv", "curves.svg", "digits.svg", "confusion.svg", "weights.svg"])
            {
                Assert.True(File.Exists(Path.Combine(results, $"{preset}-{file}")), $"{preset}-{file}");
            }
        }

        Assert.Contains("These runs used less than the documents ask for", run.Output, StringComparison.Ordinal);
        Assert.Equal(30, Directory.GetFiles(results).Length);
    }

    [Fact]
    public void Reproduce_OneDocument_RunsNoOther()
    {
        string results = Path.Combine(_folder.Path, "one");

        CommandRun run = CommandRun.Of("reproduce", "002", "--quick", "--epochs", "2", "--data", _digits, "--out", results);

        Assert.Equal(ExitStatus.Done, run.Status);
        Assert.Equal(6, Directory.GetFiles(results, "002-*").Length);
        Assert.Equal(6, Directory.GetFiles(results).Length);
    }

    [Theory]
    [InlineData("000")]
    [InlineData("001", "--split", "90/10")]
    [InlineData("002")]
    [InlineData("003", "--split", "90/10")]
    [InlineData("004", "--split", "90/10")]
    public void Reproduce_ADocument_SavesTheModelOfTrainWithItsPreset(string preset, params string[] split)
    {
        string reproduced = Path.Combine(_folder.Path, $"{preset}-model.json");
        string trained = Path.Combine(_folder.Path, "trained.json");

        CommandRun reproduce = CommandRun.Of("reproduce", preset, "--quick", "--epochs", "2", "--data", _digits, "--out", _folder.Path);
        CommandRun train = CommandRun.Of(["train", "--preset", preset, "--epochs", "2", "--limit", "2000", .. split, "--data", _digits, "--save", trained]);

        Assert.Equal((ExitStatus.Done, ExitStatus.Done), (reproduce.Status, train.Status));
        Assert.Equal(train.EpochLines, reproduce.EpochLines);
        Assert.Equal(File.ReadAllText(trained), File.ReadAllText(reproduced));
    }

    [Fact]
    public void Reproduce_ADocumentThatThereIsNot_SaysWhichThereAre()
    {
        string sentence = CommandRun.Of("reproduce", "005").AssertOneSentence();

        Assert.StartsWith("there is no document '005'; the documents are 000, 001, 002, 003, 004, or all", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_WithAPlot_LeavesAFinishedPageWithTheLastFigures()
    {
        string page = Path.Combine(_folder.Path, "curves.html");

        CommandRun run = CommandRun.Of("train", "--data", _digits, "--epochs", "2", "--plot", page);

        Assert.Equal(ExitStatus.Done, run.Status);
        string html = File.ReadAllText(page);
        Assert.Contains("finished", html, StringComparison.Ordinal);
        string accuracy = run.EpochFigures[^1][3];
        Assert.Contains($">{accuracy} %</text>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_WithAPlotOfAnotherKind_IsRefused()
    {
        string sentence = CommandRun.Of("train", "--data", _digits, "--plot", Path.Combine(_folder.Path, "curves.png")).AssertOneSentence();

        Assert.Contains("give a name that ends in .svg for a picture, or in .html", sentence, StringComparison.Ordinal);
    }
}
