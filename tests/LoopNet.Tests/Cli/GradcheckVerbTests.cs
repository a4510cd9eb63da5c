using LoopNet.Cli;
using LoopNet.Tests.Data;

namespace LoopNet.Tests.Cli;

public sealed class GradcheckVerbTests : IDisposable
{
    private const string Example = """
        { "name": "small", "loss": "squared-error", "learningRate": 0.5,
          "layers":  [ { "weights": [[0.15, 0.2], [0.25, 0.3]], "biases": [0.35, 0.35], "activation": "sigmoid" },
                       { "weights": [[0.4, 0.45]], "activation": "relu" } ],
          "samples": [ { "input": [0.05, 0.1], "target": [0.01] } ] }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private sealed class WrongTanh : Tanh
    {
        public override double Derivative(double z, double a) => 1.0 - a;
    }

    [Fact]
    public void Gradcheck_AllPairs_AgreeOnALineEach()
    {
        CommandRun run = CommandRun.Of("gradcheck", "--seed", "4");

        Assert.Equal(ExitStatus.Done, run.Status);
        Assert.Equal("", run.Error);
        string[] lines = CommandRun.Lines(run.Output);
        Assert.Equal(29, lines.Length);
        Assert.All(lines[1..28], line => Assert.EndsWith("  agrees", line, StringComparison.Ordinal));
        Assert.Equal("27 of 27 pairs agree with central differences to within 1e-6", lines[28]);
    }

    [Fact]
    public void Gradcheck_Example_TellsOfEveryTensorInTheOrderOfComputation()
    {
        string file = _folder.WriteText("small.json", Example);

        CommandRun run = CommandRun.Of("gradcheck", file);

        Assert.Equal(ExitStatus.Done, run.Status);
        string[] lines = CommandRun.Lines(run.Output);
        Assert.Equal("small: 2-2-1, sigmoid, relu, squared-error", lines[0]);
        string[] tensors = [.. lines[2..^1].Select(line => line.Split(' ')[0])];
        Assert.Equal(["dL/da2", "da2/dz2", "dL/dz2", "dL/dW2", "dL/da1", "da1/dz1", "dL/dz1", "dL/dW1", "dL/db1", "dL/dx"], tensors);
        Assert.Equal("all 10 tensors agree to within 1e-6", lines[^1]);
    }

    [Fact]
    public void Gradcheck_KinkAtTheWeightedSum_CountsWhatIsLeftOut()
    {
        string file = _folder.WriteText("kink.json", """
            { "loss": "squared-error", "learningRate": 0.5, "layers": [ { "weights": [[1, -1]], "activation": "relu" } ],
              "samples": [ { "input": [1, 1], "target": [0.5] } ] }
            """);

        CommandRun run = CommandRun.Of("gradcheck", file);

        Assert.Equal(ExitStatus.Done, run.Status);
        string weights = Assert.Single(CommandRun.Lines(run.Output), line => line.StartsWith("dL/dW1 ", StringComparison.Ordinal));
        Assert.EndsWith("0 of 2  -", weights, StringComparison.Ordinal);
        Assert.EndsWith("the others could not be compared\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void CheckExample_WrongDerivative_NamesTheFirstWrongTensorAndGivesStatus1()
    {
        StringWriter output = new() { NewLine = "\n" };
        Example example = PairExamples.Of([new Sigmoid(), new WrongTanh(), new Softmax()], new CrossEntropy(), seed: 1);

        int status = GradcheckVerb.CheckExample(example, new Terminal(output, TextWriter.Null, CommandRun.Wide));

        Assert.Equal(ExitStatus.CheckFailed, status);
        string verdict = CommandRun.Lines(output.ToString())[^1];
        Assert.StartsWith("WRONG, first in the order of computation: da2/dz2; ", verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void Gradcheck_OfAForwardPassAlone_IsRefused()
    {
        string sentence = CommandRun.Of("gradcheck", "forward-only").AssertOneSentence();

        Assert.StartsWith("forward-only has neither a loss nor given gradients, so there is no gradient to check", sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("given-gradient", 13)]
    [InlineData("sum-of-outputs", 11)]
    [InlineData("leaky-relu", 11)]
    public void Gradcheck_OfAnExampleWithoutSomething_Agrees(string example, int tensors)
    {
        CommandRun run = CommandRun.Of("gradcheck", example);

        Assert.Equal(ExitStatus.Done, run.Status);
        Assert.Equal($"all {tensors} tensors agree to within 1e-6", CommandRun.Lines(run.Output)[^1]);
    }

    [Fact]
    public void CheckPairs_OneWrongDerivative_ShowsItsTensorsAndGivesStatus1()
    {
        StringWriter output = new() { NewLine = "\n" };
        Example wrong = PairExamples.Of([new Sigmoid(), new Sigmoid(), new WrongTanh()], new SquaredError(), seed: 1);

        int status = GradcheckVerb.CheckPairs([PairExamples.All(1)[0], wrong], new Terminal(output, TextWriter.Null, CommandRun.Wide));

        Assert.Equal(ExitStatus.CheckFailed, status);
        string text = output.ToString();
        Assert.Contains("\ntanh-squared-error: WRONG, first in the order of computation: da3/dz3; ", text, StringComparison.Ordinal);
        Assert.EndsWith("1 of 2 pairs agree with central differences to within 1e-6\n", text, StringComparison.Ordinal);
    }
}
