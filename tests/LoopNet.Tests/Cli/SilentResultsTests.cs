using LoopNet.Cli;
using LoopNet.Data;
using LoopNet.Tests.Data;

namespace LoopNet.Tests.Cli;

/// <summary>Data from which a figure would come that means something else than it seems to.</summary>
public sealed class SilentResultsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Train_WithATestFile_LearnsFromAllOfOneAndTestsWithAllOfTheOther()
    {
        string training = Csv("a.csv", DrawnDigits.Training(1, 30));
        string test = Csv("b.csv", DrawnDigits.Test(1, 20));

        CommandRun run = CommandRun.Of("train", "--data", training, "--test", test, "--epochs", "1");

        Assert.Contains($"data      {training}, tested with {test}: 30 training digits, 20 test digits\n", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mnist_train.csv", "mnist_test.csv")]
    [InlineData("train.csv", "test.csv")]
    public void Train_FolderWithAPairOfTables_TakesThemAsSuch(string training, string test)
    {
        Csv(training, DrawnDigits.Training(1, 30));
        Csv(test, DrawnDigits.Test(1, 20));

        CommandRun run = CommandRun.Of("train", "--data", _folder.Path, "--epochs", "0");

        Assert.Contains($"{training}, tested with ", run.Output, StringComparison.Ordinal);
        Assert.Contains(": 30 training digits, 20 test digits\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_TestFileAndSplit_ContradictEachOther()
    {
        string file = Csv("a.csv", DrawnDigits.Training(1, 30));

        string sentence = CommandRun.Of("train", "--data", file, "--test", file, "--split", "50/50").AssertOneSentence();

        Assert.StartsWith("--test names the test digits, and --split makes them anew; leave one of them out", sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("train", "--epochs", "0")]
    [InlineData("data")]
    public void Read_LabelBehindThePixelsAndNoHeader_IsRefusedAndReadWhereAskedFor(params string[] verb)
    {
        DigitSet digits = DrawnDigits.Training(1, 40);
        string file = _folder.WriteText("last.csv", string.Concat(Enumerable.Range(0, digits.Count).Select(index => $"{string.Join(',', digits.Pixels(index).ToArray())},{digits.Label(index)}\n")));

        string sentence = CommandRun.Of([.. verb, "--data", file]).AssertOneSentence();
        CommandRun asked = CommandRun.Of([.. verb, "--data", file, "--label", "last"]);

        Assert.Contains("last.csv: the first column is 0 in every line, and the last one changes from 0 to 9: that looks like labels behind the pixels; --label last reads them", sentence, StringComparison.Ordinal);
        Assert.Equal(ExitStatus.Done, asked.Status);
        Assert.True(Enumerable.Range(0, 40).All(index => DigitCsv.Read(file, place: LabelPlace.Last).Label(index) == digits.Label(index)));
    }

    [Fact]
    public void Train_SortedRows_SaysWhichDigitsTheTestPartLacksAndWhatHelps()
    {
        DigitSet digits = DrawnDigits.Training(1, 1400);
        DigitSet sorted = digits.Select([.. Enumerable.Range(0, digits.Count).OrderBy(digits.Label)]);
        string file = Csv("sorted.csv", sorted);

        CommandRun plain = CommandRun.Of("train", "--data", file, "--epochs", "0");
        CommandRun shuffled = CommandRun.Of("train", "--data", file, "--epochs", "0", "--split", "90/10", "--shuffle");

        Assert.Contains("no test digit is labelled 0, 1, 2, 3, 4, 5, 6 or 7, as where the rows of a file are sorted", plain.Error, StringComparison.Ordinal);
        Assert.Contains("--split 90/10 --shuffle puts all digits together, shuffles them and splits them anew", plain.Error, StringComparison.Ordinal);
        Assert.Equal("", shuffled.Error);
        Assert.Contains($"data      {file}; all digits, shuffled, split 90/10: 1,260 training digits, 140 test digits\n", shuffled.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_OwnWeights_SaysThatTheyComeFromTheFile()
    {
        CommandRun run = CommandRun.Of("train", "--data", "embedded", "--limit", "10", "--model", Model(weight: 0.5), "--epochs", "0");

        Assert.Contains(" parameters, from the given file\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("drawn from", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_OwnWeightsThatCannotBeMeasured_BlamesThemAndNotTheLearningRate()
    {
        CommandRun run = CommandRun.Of("train", "--data", "embedded", "--limit", "10", "--model", Model(weight: 1e308), "--epochs", "1");

        Assert.Equal(ExitStatus.BadInput, run.Status);
        Assert.Contains("The network cannot be measured before training: ", run.Error, StringComparison.Ordinal);
        Assert.EndsWith("its parameters are too large for its inputs.\n", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("learning rate", run.Error, StringComparison.Ordinal);
    }

    [MnistFact]
    public void Data_RealMnist_IsCalledSo()
    {
        CommandRun run = CommandRun.Of("data", "--show", "0", "--data", MnistFactAttribute.Folder!);

        Assert.StartsWith($"data      MNIST in {MnistFactAttribute.Folder}: 60,000 training digits, 10,000 test digits\n", run.Output, StringComparison.Ordinal);
    }

    private string Csv(string name, DigitSet digits)
    {
        string path = Path.Join(_folder.Path, name);
        DigitCsv.Write(path, digits);
        return path;
    }

    private string Model(double weight)
    {
        string path = Path.Join(_folder.Path, "own.json");
        double[][] weights = [.. Enumerable.Range(0, 10).Select(_ => Enumerable.Repeat(weight, 784).ToArray())];
        ModelFile.Write(path, new Model(new Network([new Layer(weights, null, new Softmax())], new CrossEntropy()), OutputGradient.Jacobian, Training: null));
        return path;
    }
}
