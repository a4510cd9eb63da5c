using System.Globalization;
using LoopNet.Cli;
using LoopNet.Tests.Data;

namespace LoopNet.Tests.Cli;

public sealed class DataChoiceTests : IDisposable
{
    private static readonly string[] Look = ["train", "--limit", "1", "--epochs", "0"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Choose_NothingAnywhere_TakesTheEmbeddedDigitsAndSaysSo()
    {
        CommandRun run = CommandRun.In(terminal => terminal with { Folder = _folder.Path, DataVariable = "" }, Look);

        Assert.Contains("\ndata      the embedded digits, drawn by the program: ", run.Output, StringComparison.Ordinal);
        string local = Path.Join(_folder.Path, "data", "mnist");
        Assert.Equal($"loopnet: using the embedded digits, since {local} is not there and LOOPNET_DATA is not set\n", run.Error);
    }

    [Fact]
    public void Choose_MnistInTheFolder_TakesItBeforeTheVariable()
    {
        string local = TinyMnist.Write(Path.Join(_folder.Path, "data", "mnist"));

        CommandRun run = CommandRun.In(terminal => terminal with { Folder = _folder.Path, DataVariable = "no-such-folder" }, Look);

        Assert.Contains($"\ndata      IDX files in {local}: 1 training digits, 1 test digits", run.Output, StringComparison.Ordinal);
        Assert.Equal($"loopnet: using IDX files, found in {local}\n", run.Error);
    }

    [Fact]
    public void Choose_MnistWhereTheVariablePoints_TakesIt()
    {
        string folder = TinyMnist.Write(Path.Join(_folder.Path, "elsewhere"));

        CommandRun run = CommandRun.In(terminal => terminal with { Folder = _folder.Path, DataVariable = folder }, Look);

        Assert.Contains($"\ndata      IDX files in {folder}: ", run.Output, StringComparison.Ordinal);
        Assert.Equal($"loopnet: using IDX files, found in {folder}, the folder that LOOPNET_DATA names\n", run.Error);
    }

    [Fact]
    public void Choose_VariableThatPointsNowhere_IsAnError()
    {
        string missing = CommandRun.In(terminal => terminal with { DataVariable = "no-such-folder" }, Look).AssertOneSentence();
        string empty = CommandRun.In(terminal => terminal with { DataVariable = _folder.Path }, Look).AssertOneSentence();

        Assert.Contains("LOOPNET_DATA names the folder no-such-folder, which is not there", missing, StringComparison.Ordinal);
        Assert.Contains("which does not hold all four files of MNIST", empty, StringComparison.Ordinal);
    }

    [Fact]
    public void Choose_MnistInPart_SaysWhyItIsNotUsed()
    {
        string local = TinyMnist.Write(Path.Join(_folder.Path, "data", "mnist"));
        File.Delete(Path.Join(local, "t10k-labels-idx1-ubyte"));

        CommandRun run = CommandRun.In(terminal => terminal with { Folder = _folder.Path }, Look);

        Assert.Contains($"{local} does not hold all four files of MNIST", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Choose_DataOption_OverrulesEverythingSilently()
    {
        string folder = TinyMnist.Write(Path.Join(_folder.Path, "given"));

        CommandRun run = CommandRun.In(terminal => terminal with { DataVariable = "no-such-folder" }, [.. Look, "--data", folder]);

        Assert.Contains($"\ndata      IDX files in {folder}: ", run.Output, StringComparison.Ordinal);
        Assert.Equal("", run.Error);
    }

    [Fact]
    public void Choose_FolderWithoutMnist_IsAnErrorThatNamesTheFile()
    {
        string sentence = CommandRun.Of([.. Look, "--data", _folder.Path]).AssertOneSentence();

        Assert.Contains("train-images-idx3-ubyte", sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("label,pixel0\n")]
    [InlineData("7,1,2,3\n")]
    [InlineData("")]
    public void Choose_CorruptCsv_IsAnErrorThatNamesTheFile(string content)
    {
        string file = _folder.WriteText("digits.csv", content);

        Assert.Contains(file, CommandRun.Of([.. Look, "--data", file]).AssertOneSentence(), StringComparison.Ordinal);
    }

    [Fact]
    public void Choose_CsvOfOneDigit_IsAnErrorThatSaysTwoAreNeeded()
    {
        string file = _folder.WriteText("digits.csv", $"7,{string.Join(',', new int[784])}\n");

        string sentence = CommandRun.Of([.. Look, "--data", file]).AssertOneSentence();

        Assert.Contains("at least two were expected", sentence, StringComparison.Ordinal);
    }

    [MnistFact]
    public void Train_RealMnist_LearnsFromItsFirstThousandDigits()
    {
        CommandRun run = CommandRun.In(
            terminal => terminal with { DataVariable = MnistFactAttribute.Folder },
            "train", "--limit", "1000", "--epochs", "3", "--layers", "784,16,10", "--learning-rate", "0.1");

        Assert.Equal(ExitStatus.Done, run.Status);
        Assert.Contains("1,000 training digits, 1,000 test digits", run.Output, StringComparison.Ordinal);
        double accuracy = double.Parse(run.EpochFigures[^1][3], CultureInfo.InvariantCulture);
        Assert.InRange(accuracy, 75.0, 100.0);
    }
}
