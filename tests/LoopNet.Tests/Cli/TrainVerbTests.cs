using System.Globalization;
using LoopNet.Cli;
using LoopNet.Data;
using LoopNet.Tests.Data;

namespace LoopNet.Tests.Cli;

public sealed class TrainVerbTests : IDisposable
{
    private const string Figures = @"[\d.]+ % +[\d.]+ +[\d.]+ % +[\d.]+";

    private static readonly string[] Small =
        ["train", "--data", "embedded", "--limit", "40", "--layers", "784,6,10", "--learning-rate", "0.1", "--epochs", "2"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Train_Redirected_WritesThePlanOneLinePerEpochAndTheSpeed()
    {
        CommandRun run = CommandRun.Of(Small);

        Assert.Equal(ExitStatus.Done, run.Status);
        Assert.Equal("", run.Error);
        string[] lines = CommandRun.Lines(run.Output);
        Assert.Matches("^engine    fast: .*; the literal loops .* give the same bits$", lines[0]);
        Assert.Equal("data      the embedded digits, drawn by the program: 40 training digits, 40 test digits", lines[1]);
        Assert.Equal("network   784-6-10, sigmoid, softmax; 4,780 parameters, drawn from seed 1 (scaled)", lines[2]);
        Assert.Equal("loss      cross-entropy: -sum y ln a", lines[3]);
        Assert.Equal("rule      gradient descent, learning rate 0.1, one update after every sample; 2 epochs", lines[4]);
        Assert.Equal("epoch  training accuracy  training loss  test accuracy  test loss  seconds", lines[5]);
        Assert.Matches($"^    0 +{Figures}$", lines[6]);
        Assert.Matches($@"^    1 +{Figures} +[\d.]+$", lines[7]);
        Assert.Matches($@"^    2 +{Figures} +[\d.]+$", lines[8]);
        Assert.Matches(@"^trained on 80 samples in [\d.]+ s: [\d,]+ samples/s$", lines[9]);
        Assert.Matches("^SHA-256   [0-9a-f]{64}$", lines[11]);
        Assert.DoesNotContain('\u001b', run.Output);
    }

    [Fact]
    public void Train_OnAScreen_WritesTheSameResults()
    {
        CommandRun plain = CommandRun.Of(Small);
        CommandRun screen = CommandRun.In(terminal => terminal with { ShowsProgress = true }, Small);

        Assert.Equal(ExitStatus.Done, screen.Status);
        Assert.Equal(plain.EpochLines, screen.EpochLines);
        Assert.DoesNotContain('\u001b', screen.Output);
    }

    [Fact]
    public void Train_SameSeed_GivesTheSameLinesAndFiles()
    {
        string first = Path.Join(_folder.Path, "first.json");
        string second = Path.Join(_folder.Path, "second.json");

        CommandRun run = CommandRun.Of([.. Small, "--seed", "5", "--save", first]);
        CommandRun again = CommandRun.Of([.. Small, "--seed", "5", "--save", second]);

        Assert.Equal(3, run.EpochLines.Length);
        Assert.Equal(run.EpochLines, again.EpochLines);
        Assert.Equal(File.ReadAllBytes(first), File.ReadAllBytes(second));
    }

    [Fact]
    public void Train_AnotherSeed_GivesOtherLines()
    {
        CommandRun run = CommandRun.Of([.. Small, "--seed", "5"]);
        CommandRun other = CommandRun.Of([.. Small, "--seed", "6"]);

        Assert.NotEqual(run.EpochLines[0], other.EpochLines[0]);
        Assert.NotEqual(run.EpochLines[2], other.EpochLines[2]);
    }

    [Fact]
    public void Train_NoEpochs_OnlyMeasuresAndSavesTheFirstWeights()
    {
        string file = Path.Join(_folder.Path, "model.json");

        CommandRun run = CommandRun.Of("train", "--data", "embedded", "--limit", "3", "--epochs", "0", "--save", file);

        Assert.Equal(ExitStatus.Done, run.Status);
        Assert.Equal("0", Assert.Single(run.EpochFigures)[0]);
        Assert.Contains("nothing was trained: 0 epochs", run.Output, StringComparison.Ordinal);
        Model model = ModelFile.Read(file);
        Assert.Equal([784, 32, 32, 10], model.Network.Sizes());
        Assert.Equal(0, model.Training!.Epochs);
    }

    [Fact]
    public void Train_AsItsOptionsSay_MakesThatNetwork()
    {
        string file = Path.Join(_folder.Path, "model.json");

        CommandRun run = CommandRun.Of(
            "train", "--data", "embedded", "--limit", "5", "--epochs", "1",
            "--layers", "784-4-3-10", "--hidden", "relu,tanh", "--output", "sigmoid",
            "--loss", "binary-cross-entropy", "--learning-rate", "0.5", "--seed", "-3", "--save", file);

        Assert.Equal(ExitStatus.Done, run.Status);
        Model model = ModelFile.Read(file);
        Assert.Equal("784-4-3-10, relu, tanh, sigmoid, binary-cross-entropy", model.Network.ToString());
        TrainingNote expected = new()
        {
            Data = "drawn training digits",
            DataSha256 = DrawnDigits.Training(seed: 1, count: 5).Sha256(),
            Samples = 5,
            Epochs = 1,
            PlannedEpochs = 1,
            Limit = 5,
            TestDataSha256 = DrawnDigits.Test(seed: 1, count: 5).Sha256(),
            Batch = 1,
            Shuffle = false,
            LearningRate = 0.5,
            Init = "scaled",
            Seed = -3,
            TestLoss = model.Training!.TestLoss,
            TestAccuracy = model.Training.TestAccuracy,
        };
        Assert.Equal(expected, model.Training);
        Assert.NotNull(model.Training.TestLoss);
    }

    [Fact]
    public void Train_History_HasItsColumnsAndNumbersThatReadBack()
    {
        string file = Path.Join(_folder.Path, "history.csv");

        CommandRun run = CommandRun.Of([.. Small, "--history", file]);

        string text = File.ReadAllText(file);
        string[] lines = CommandRun.Lines(text);
        Assert.DoesNotContain('\r', text);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.Equal("epoch,train_loss,train_accuracy,test_loss,test_accuracy,seconds", lines[0]);
        Assert.Equal(4, lines.Length);
        for (int epoch = 0; epoch <= 2; epoch++)
        {
            double[] row = [.. lines[epoch + 1].Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))];
            Assert.Equal(epoch, row[0]);
            Assert.Equal(Math.Round(row[2] * 40.0), row[2] * 40.0, 1e-12);
            Assert.Equal(epoch == 0, row[5] == 0.0);
            string[] written = [Invariant($"{epoch}"), Invariant($"{row[2] * 100.0:F2}"), Invariant($"{row[1]:F5}"), Invariant($"{row[4] * 100.0:F2}"), Invariant($"{row[3]:F5}")];
            Assert.Equal(written, run.EpochFigures[epoch]);
        }
    }

    [Fact]
    public void Train_NumbersThatOverflow_IsOneSentenceAndStatus2()
    {
        string file = Path.Join(_folder.Path, "model.json");

        CommandRun run = CommandRun.Of(
            "train", "--data", "embedded", "--limit", "20", "--hidden", "relu", "--learning-rate", "1e300", "--save", file);

        Assert.Equal(ExitStatus.BadInput, run.Status);
        string line = Assert.Single(CommandRun.Lines(run.Error));
        Assert.Matches(@"^loopnet: \S+ is \S+ in epoch 1, sample \d+ \(step \d+\); .*smaller learning rate", line);
        Assert.False(File.Exists(file));
    }

    [Fact]
    public void Train_FilesThatAreThere_StayUntilThereIsSomethingBetter()
    {
        string file = _folder.WriteText("model.json", "precious");

        CommandRun.Of("train", "--data", "no-such-place", "--save", file).AssertOneSentence();

        Assert.Equal("precious", File.ReadAllText(file));
        Assert.Equal([file], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Train_FileOfDigitsAsOutput_IsRefused()
    {
        string file = _folder.WriteText("digits.csv", "precious");

        string sentence = CommandRun.Of("train", "--data", file, "--history", file).AssertOneSentence();

        Assert.Contains("this file is read, and would be overwritten", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_FileInTheFolderOfDigitsAsOutput_IsRefused()
    {
        string folder = TinyMnist.Write(Path.Join(_folder.Path, "mnist"));
        string labels = Path.Join(folder, "t10k-labels-idx1-ubyte");

        string sentence = CommandRun.Of("train", "--data", folder, "--save", labels).AssertOneSentence();

        Assert.Contains("this file is read, and would be overwritten", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_LastStepThatDiverges_NamesTheEpochAndTheFileInOneSentence()
    {
        string file = Path.Join(_folder.Path, "model.json");

        CommandRun run = CommandRun.Of(
            "train", "--data", "embedded", "--limit", "1", "--epochs", "1", "--learning-rate", "1e308", "--layers", "784,3,10", "--save", file);

        Assert.Equal(ExitStatus.BadInput, run.Status);
        string line = Assert.Single(CommandRun.Lines(run.Error));
        Assert.Matches(@"^loopnet: The network after epoch 1 cannot be measured: \S+ is \S+ at training digit 0; a smaller learning rate may help; the last step before: loopnet train .* --trace-step 1\.$", line);
    }
}
