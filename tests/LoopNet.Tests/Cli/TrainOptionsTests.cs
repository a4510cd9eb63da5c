using LoopNet.Cli;
using LoopNet.Data;
using LoopNet.Tests.Data;

namespace LoopNet.Tests.Cli;

/// <summary>Batches, splits, shuffles, first weights, presets and going on with a saved network.</summary>
public sealed class TrainOptionsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _digits;

    public TrainOptionsTests() => _digits = CsvOfDigits.Write(_folder, DrawnDigits.Training(seed: 1, count: 40));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Train_TwoEpochsAndThenOneMore_GivesTheBitsOfThree()
    {
        string[] rule = ["--learning-rate", "0.2", "--shuffle", "--seed", "5", "--batch", "7"];
        Train("three.json", [.. rule, "--epochs", "3"]);
        Train("two.json", [.. rule, "--epochs", "2"]);

        CommandRun run = Train("more.json", ["--model", Place("two.json"), "--learning-rate", "0.2", "--shuffle", "--batch", "7", "--epochs", "1"]);

        Assert.Equal("3", run.EpochFigures[^1][0]);
        Bits.AssertSame(Read("three.json").Network, Read("more.json").Network);
        Assert.Equal(Read("three.json").Training, Read("more.json").Training);
    }

    [Fact]
    public void Train_WithABatchOfAll_MakesOneUpdatePerEpoch()
    {
        Train("all.json", ["--batch", "all", "--epochs", "2"]);
        Train("fixed.json", ["--batch", "35", "--epochs", "2"]);

        Bits.AssertSame(Read("all.json").Network, Read("fixed.json").Network);
        Assert.Equal(35, Read("all.json").Training!.Batch);
    }

    [Fact]
    public void Train_WithTheShortcut_ComesCloseToTheJacobianAndIsNotTheSame()
    {
        Train("jacobian.json", ["--epochs", "1"]);
        Train("shortcut.json", ["--epochs", "1", "--output-gradient", "shortcut"]);

        double[] jacobian = [.. Read("jacobian.json").Network.Layers[2].W.SelectMany(row => row)];
        double[] shortcut = [.. Read("shortcut.json").Network.Layers[2].W.SelectMany(row => row)];
        Assert.NotEqual(jacobian, shortcut);
        Assert.All(jacobian.Zip(shortcut), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        Assert.Equal(OutputGradient.Shortcut, Read("shortcut.json").OutputGradient);
    }

    [Theory]
    [InlineData("", 0.01)]
    [InlineData("--slope 0.25", 0.25)]
    public void Train_WithLeakyRelu_KeepsItsSlope(string option, double slope)
    {
        Train("leaky.json", ["--epochs", "1", "--hidden", "leaky-relu,tanh", .. option.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        Train("leaky.json", ["--epochs", "1", "--resume", Place("leaky.json")]);

        Assert.Equal(slope, Assert.IsType<LeakyRelu>(Read("leaky.json").Network.Layers[0].Activation).Slope);
        Assert.Equal(1, Read("leaky.json").Training!.Epochs);
    }

    [Fact]
    public void Train_WithTheShortcutForSigmoidAndBinaryCrossEntropy_TakesIt()
    {
        Train("binary.json", ["--epochs", "1", "--output", "sigmoid", "--loss", "binary-cross-entropy", "--output-gradient", "shortcut"]);

        Assert.Equal(OutputGradient.Shortcut, Read("binary.json").OutputGradient);
    }

    [Fact]
    public void Evaluate_OfAModelWithoutTargets_SaysWhatIsNeeded()
    {
        Train("m.json", ["--epochs", "0", "--output", "identity", "--loss", "sum-of-squares"]);
        File.WriteAllText(Place("m.json"), File.ReadAllText(Place("m.json")).Replace("\"sum-of-squares\"", "\"sum\"", StringComparison.Ordinal));

        string sentence = CommandRun.Of("evaluate", "--model", Place("m.json"), "--data", _digits).AssertOneSentence();

        Assert.Contains("$.loss: found \"sum\", which looks at no target; expected a loss that compares outputs with the digits", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_WithoutBiases_HasNone()
    {
        Train("none.json", ["--epochs", "1", "--no-biases"]);

        Assert.All(Read("none.json").Network.Layers, layer => Assert.Null(layer.b));
    }

    [Fact]
    public void Train_WithASplit_PoolsAllDigits()
    {
        CommandRun percent = Train("percent.json", ["--split", "90/10", "--epochs", "0"]);
        CommandRun digits = Train("digits.json", ["--split", "30/6", "--epochs", "0"]);

        Assert.Contains("36 training digits, 4 test digits", percent.Output, StringComparison.Ordinal);
        Assert.Contains("30 training digits, 6 test digits", digits.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_WithAShuffledSplit_TakesOtherDigitsThanWithout()
    {
        Train("plain.json", ["--split", "90/10", "--epochs", "0"]);
        Train("shuffled.json", ["--split", "90/10", "--shuffle", "--epochs", "0"]);

        Assert.NotEqual(Read("plain.json").Training!.DataSha256, Read("shuffled.json").Training!.DataSha256);
    }

    [Fact]
    public void Train_OfEachPreset_HasTheNetworkOfItsDocument()
    {
        (string Preset, string Network)[] expected =
        [
            ("000", "784-32-32-10, sigmoid, sigmoid, softmax; 26,506 parameters"),
            ("001", "784-64-32-10, relu, relu, softmax; 52,650 parameters"),
            ("002", "784-10-10, sigmoid, sigmoid, no biases; 7,940 parameters"),
            ("003", "784-72-36-10, relu, relu, softmax; 59,518 parameters"),
            ("004", "784-10-10, relu, softmax; 7,960 parameters"),
        ];

        foreach ((string preset, string network) in expected)
        {
            CommandRun run = Train("m.json", ["--preset", preset, "--epochs", "0", "--split", "90/10"]);

            Assert.Contains($"network   {network}", run.Output, StringComparison.Ordinal);
            Assert.Equal(preset, Read("m.json").Training!.Preset);
        }
    }

    [Fact]
    public void Train_WithAPresetAndAnotherOption_LetsTheOptionOverride()
    {
        CommandRun run = Train("m.json", ["--preset", "004", "--epochs", "0", "--layers", "784,5,10", "--batch", "3", "--output-gradient", "jacobian"]);

        Assert.Contains("network   784-5-10, relu, softmax", run.Output, StringComparison.Ordinal);
        Assert.Contains("one update with the mean over 3 samples, shuffled; 0 epochs", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_WithAPresetWithoutName_ListsThem()
    {
        CommandRun run = CommandRun.Of("train", "--preset");

        Assert.Equal(ExitStatus.Done, run.Status);
        Assert.Equal(["000", "001", "002", "003", "004"], CommandRun.Lines(run.Output).Select(line => line[..3]));
    }

    [Theory]
    [InlineData("--batch is a whole number of at least 1, or all, not '0'", "--batch", "0")]
    [InlineData("--split is two whole numbers over 0, in percent as in 90/10 or in digits as in 41000/1000, not '90'", "--split", "90")]
    [InlineData("--split 41000/1000 needs 42,000 digits, but there are 40", "--split", "41000/1000")]
    [InlineData("--init is one of scaled, he, uniform, small, normal, zero, not 'xavier'", "--init", "xavier")]
    [InlineData("the loss sum looks at no target, so there is nothing to learn with it; --loss is one of cross-entropy, binary-cross-entropy, squared-error, mean-squared-error, sum-of-squares", "--loss", "sum")]
    [InlineData("--slope is for layers with leaky-relu, and there is none; leave it out, or give --hidden leaky-relu", "--slope", "0.1")]
    [InlineData("--slope is a number from 0 to 1, for example 0.1, not '2'", "--hidden", "leaky-relu", "--slope", "2")]
    [InlineData("--output-gradient is jacobian or shortcut, not 'chain'", "--output-gradient", "chain")]
    [InlineData("--output-gradient shortcut is for softmax with cross-entropy and for sigmoid with binary-cross-entropy, not for sigmoid with cross-entropy", "--output-gradient", "shortcut", "--output", "sigmoid")]
    [InlineData("--preset is one of 000, 001, 002, 003, 004, not '005'", "--preset", "005")]
    [InlineData("--trace-step N writes every tensor of every sample of a step, and a step has 300 of them", "--trace-step", "1", "--batch", "all", "--data", "embedded", "--limit", "300", "--epochs", "1")]
    public void Train_WithABadValue_SaysWhatIsWrong(string start, params string[] args)
    {
        string[] data = args.Contains("--data") ? [] : ["--data", _digits];
        string[] epochs = args.Contains("--epochs") ? [] : ["--epochs", "0"];
        string sentence = CommandRun.Of(["train", .. data, .. epochs, .. args]).AssertOneSentence();

        Assert.StartsWith(start, sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_WithAModelAndANewNetwork_RefusesTheContradiction()
    {
        Train("m.json", ["--epochs", "0"]);

        string sentence = CommandRun.Of("train", "--data", _digits, "--model", Place("m.json"), "--layers", "784,10").AssertOneSentence();

        Assert.StartsWith("--layers is for a new network, but --model brings its own", sentence, StringComparison.Ordinal);
    }

    private CommandRun Train(string save, string[] args)
    {
        CommandRun run = CommandRun.Of(["train", "--data", _digits, .. args, "--save", Place(save)]);
        Assert.True(run.Status == ExitStatus.Done, run.Error);
        return run;
    }

    private Model Read(string name) => ModelFile.Read(Place(name));

    private string Place(string name) => Path.Combine(_folder.Path, name);
}
