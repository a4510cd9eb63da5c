using LoopNet.Cli;
using LoopNet.Data;
using LoopNet.Tests.Data;

namespace LoopNet.Tests.Cli;

public sealed class PredictVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData]
    [InlineData("--sheet", "2", "--out", "FOLDER/sheet.svg")]
    public void Predict_NetworkThatOverflows_SaysSoLikeEvaluate(params string[] options)
    {
        double[][] weights = [.. Enumerable.Range(0, 10).Select(_ => Enumerable.Repeat(1e307, 784).ToArray())];
        string model = Path.Combine(_folder.Path, "overflows.json");
        ModelFile.Write(model, new Model(new Network([new Layer(weights, biases: null, new Softmax())], new CrossEntropy()), OutputGradient.Jacobian, Training: null));

        string[] placed = [.. options.Select(option => option.Replace("FOLDER", _folder.Path, StringComparison.Ordinal))];
        string sentence = CommandRun.Of(["predict", "--model", model, "--data", "embedded", .. placed]).AssertOneSentence();

        Assert.Equal("z1[0] is Infinity at sample 0.", sentence);
        Assert.Equal(sentence, CommandRun.Of("evaluate", "--model", model, "--data", "embedded").AssertOneSentence());
    }

    public void Dispose() => _folder.Dispose();

    // Output 3 gets e / (e + 9) = 0.231969, the others 1 / (e + 9) = 0.085337.
    private string NetworkThatSaysThree()
    {
        string file = Path.Join(_folder.Path, "model.json");
        double[][] weights = [.. Enumerable.Range(0, 10).Select(_ => new double[784])];
        double[] biases = [0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0];
        Network network = new([new Layer(weights, biases, new Softmax())], new CrossEntropy());
        ModelFile.Write(file, new Model(network, OutputGradient.Jacobian, Training: null));
        return file;
    }

    [Fact]
    public void Predict_DigitThatIsTakenForAnother_ShowsBothVectorsAndTheVerdict()
    {
        byte[] pixels = new byte[3 * 784];
        pixels[(2 * 784) + 28] = 255;
        string csv = CsvOfDigits.Write(_folder, new DigitSet("digits", pixels, [1, 2, 8]));

        CommandRun run = CommandRun.Of("predict", "--model", NetworkThatSaysThree(), "--data", csv, "--index", "2");

        Assert.Equal(ExitStatus.Done, run.Status);
        string[] lines = CommandRun.Lines(run.Output);
        Assert.Contains("@@", lines);
        Assert.Contains("digit  target   predicted", lines);
        Assert.Contains("2         0    0.085337", lines);
        Assert.Contains("3         0    0.231969 *", lines);
        Assert.Contains("8         1 *  0.085337", lines);
        Assert.Contains("loss 2.46115 (cross-entropy)", lines);
        Assert.Equal("wrong: the digit is 8, but the network says 3", lines[^1]);
    }

    [Fact]
    public void Predict_DigitThatIsRecognised_SaysSo()
    {
        string csv = CsvOfDigits.Write(_folder, new DigitSet("digits", new byte[2 * 784], [1, 3]));

        CommandRun run = CommandRun.Of("predict", "--model", NetworkThatSaysThree(), "--data", csv, "--index", "1");

        Assert.Contains("(an empty picture)", run.Output, StringComparison.Ordinal);
        Assert.Equal("right: the digit is 3, and the network says so", CommandRun.Lines(run.Output)[^1]);
    }

    [Fact]
    public void Predict_Index_IsCountedFromZeroAndChecked()
    {
        string csv = CsvOfDigits.Write(_folder, new DigitSet("digits", new byte[14 * 784], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 5, 3]));

        CommandRun last = CommandRun.Of("predict", "--model", NetworkThatSaysThree(), "--data", csv, "--index", "13");
        string sentence = CommandRun.Of("predict", "--model", NetworkThatSaysThree(), "--data", csv, "--index", "14").AssertOneSentence();

        Assert.EndsWith("right: the digit is 3, and the network says so\n", last.Output, StringComparison.Ordinal);
        Assert.StartsWith("--index 14: there are 14 digits, so the last one is 13", sentence, StringComparison.Ordinal);
    }
}
