using LoopNet.Cli;
using LoopNet.Data;
using LoopNet.Tests.Data;

namespace LoopNet.Tests.Cli;

public sealed class EvaluateVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string ModelPath => Path.Join(_folder.Path, "model.json");

    [Fact]
    public void Evaluate_SavedNetwork_HasAccuracyAndLossOfItsLastEpoch()
    {
        CommandRun training = CommandRun.Of(
            "train", "--data", "embedded", "--limit", "300", "--epochs", "2", "--learning-rate", "0.1", "--save", ModelPath);

        CommandRun run = CommandRun.Of("evaluate", "--model", ModelPath, "--data", "embedded", "--limit", "300");

        Assert.Equal(ExitStatus.Done, run.Status);
        Assert.Equal("", run.Error);
        string[] figures = training.EpochFigures[^1];
        Assert.Contains($"accuracy  {figures[^2]} % (", run.Output, StringComparison.Ordinal);
        Assert.Contains($"loss      {figures[^1]}, mean of cross-entropy", run.Output, StringComparison.Ordinal);
        Assert.Contains("2 epochs on 300 drawn training digits, learning rate 0.1, seed 1", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_TheCsvItWasTrainedOn_MeasuresAllOfItAndSaysWhatTheNetworkKnows()
    {
        string csv = CsvOfDigits.Write(_folder, DrawnDigits.Training(3, 14));
        CommandRun training = CommandRun.Of("train", "--data", csv, "--epochs", "1", "--save", ModelPath);

        CommandRun run = CommandRun.Of("evaluate", "--model", ModelPath, "--data", csv);

        Assert.Contains("its last 1/7 for testing: 12 training digits, 2 test digits", training.Output, StringComparison.Ordinal);
        Assert.Contains($"data      {csv}: 14 digits\n", run.Output, StringComparison.Ordinal);
        Assert.Contains(" of 14)", run.Output, StringComparison.Ordinal);
        Assert.Equal("loopnet: the first 12 of these digits are those that the network has learned from; train --model FILE --epochs 0 measures training and test digits apart\n", run.Error);
    }

    [Fact]
    public void Evaluate_NetworkThatAlwaysSaysThree_CountsItInEveryRow()
    {
        // No weight, and a bias that lifts output 3 over the others.
        double[][] weights = [.. Enumerable.Range(0, 10).Select(_ => new double[784])];
        double[] biases = [0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0];
        Network network = new([new Layer(weights, biases, new Softmax())], new CrossEntropy());
        ModelFile.Write(ModelPath, new Model(network, OutputGradient.Jacobian, Training: null));
        byte[] labels = [0, 3, 9];
        string csv = CsvOfDigits.Write(_folder, new DigitSet("digits", new byte[labels.Length * 784], labels));

        CommandRun run = CommandRun.Of("evaluate", "--model", ModelPath, "--data", csv);

        string[] lines = CommandRun.Lines(run.Output);
        Assert.Contains("accuracy  33.33 % (1 of 3)", lines);
        Assert.Contains("0          1        0    0.00 %          -", lines);
        Assert.Contains("3          1        1  100.00 %    33.33 %", lines);
        Assert.Contains("4          0        0         -          -", lines);
        Assert.Contains("9  0  0  0  1  0  0  0  0  0  0", lines);
    }

    [Fact]
    public void Evaluate_NetworkForOtherSizes_IsRefused()
    {
        ModelFile.Write(ModelPath, new Model(Mazur.Example().Network, OutputGradient.Jacobian, Training: null));

        string sentence = CommandRun.Of("evaluate", "--model", ModelPath, "--data", "embedded").AssertOneSentence();

        Assert.Contains("takes 2 inputs and gives 2 outputs, but digits need 784 inputs and 10", sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("epoch,loss")]
    [InlineData("{ \"layers\": [], \"loss\": \"cross-entropy\" }")]
    [InlineData("{ \"loss\": \"cross-entropy\" }")]
    public void Evaluate_CorruptModel_IsOneSentenceThatNamesTheFile(string content)
    {
        string file = _folder.WriteText("model.json", content);

        foreach (string verb in (string[])["evaluate", "predict"])
        {
            string sentence = CommandRun.Of(verb, "--model", file, "--data", "embedded").AssertOneSentence();
            Assert.Contains(file, sentence, StringComparison.Ordinal);
        }
    }
}
