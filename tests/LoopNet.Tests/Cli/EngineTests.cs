using LoopNet.Cli;
using LoopNet.Data;
using LoopNet.Tests.Data;

namespace LoopNet.Tests.Cli;

/// <summary>The options --engine and --threads, of train, evaluate and reproduce.</summary>
public sealed class EngineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _digits;

    public EngineTests() => _digits = CsvOfDigits.Write(_folder, DrawnDigits.Training(seed: 1, count: 140));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData()]
    [InlineData("--batch", "all", "--init", "he", "--hidden", "relu")]
    [InlineData("--batch", "16", "--shuffle", "--no-biases")]
    [InlineData("--output", "sigmoid", "--loss", "squared-error", "--layers", "784,7,9,10")]
    public void Train_FastAndLiteral_PrintTheSameResultsAndTheSameHash(params string[] options)
    {
        string[] args = ["train", "--data", _digits, "--epochs", "2", .. options];
        CommandRun literal = CommandRun.Of([.. args, "--engine", "literal"]);
        foreach (string threads in new[] { "1", "3" })
        {
            CommandRun fast = CommandRun.Of([.. args, "--engine", "fast", "--threads", threads]);

            Assert.Equal(ExitStatus.Done, fast.Status);
            Assert.Equal(literal.EpochLines, fast.EpochLines);
            Assert.Equal(Hash(literal), Hash(fast));
        }
    }

    [Fact]
    public void Train_TwoSeeds_PrintDifferentHashes()
    {
        string[] args = ["train", "--data", _digits, "--epochs", "1"];

        Assert.NotEqual(Hash(CommandRun.Of(args)), Hash(CommandRun.Of([.. args, "--seed", "2"])));
    }

    [Fact]
    public void Train_AutoWithTracedSteps_IsLiteralAndSaysWhy()
    {
        CommandRun run = CommandRun.Of("train", "--data", _digits, "--epochs", "1", "--limit", "5", "--trace-step", "1", "--trace-out", _folder.Path);

        Assert.StartsWith("engine    literal, since steps are traced: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("the same bits", CommandRun.Lines(run.Output)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Train_LiteralAskedFor_SaysSoInItsFirstLine()
    {
        CommandRun run = CommandRun.Of("train", "--data", _digits, "--epochs", "0", "--engine", "literal");

        Assert.StartsWith("engine    literal: ", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--engine", "quick")]
    [InlineData("--engine", "Fast")]
    [InlineData("--threads", "0")]
    [InlineData("--threads", "two")]
    [InlineData("--engine", "fast", "--trace-step", "1")]
    public void Train_WrongUse_SaysWhatIsRight(params string[] options)
    {
        string sentence = CommandRun.Of(["train", "--data", _digits, .. options]).AssertOneSentence();

        Assert.Contains(options[0], sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_FastAndLiteral_PrintTheSame()
    {
        string model = Path.Combine(_folder.Path, "model.json");
        CommandRun.Of("train", "--data", _digits, "--epochs", "2", "--save", model);
        string[] args = ["evaluate", "--model", model, "--data", _digits];

        string[] literal = CommandRun.Lines(CommandRun.Of([.. args, "--engine", "literal"]).Output);
        string[] fast = CommandRun.Lines(CommandRun.Of(args).Output);

        Assert.StartsWith("engine    literal: ", literal[0], StringComparison.Ordinal);
        Assert.StartsWith("engine    fast: ", fast[0], StringComparison.Ordinal);
        Assert.Equal(literal[1..], fast[1..]);
    }

    [Fact]
    public void Reproduce_Literal_GivesTheSameHashAsFast()
    {
        string[] args = ["reproduce", "004", "--quick", "--epochs", "2", "--data", _digits, "--out", Path.Combine(_folder.Path, "out")];

        CommandRun literal = CommandRun.Of([.. args, "--engine", "literal"]);
        CommandRun fast = CommandRun.Of([.. args, "--engine", "fast", "--threads", "2"]);

        Assert.Contains("engine    literal: ", literal.Output, StringComparison.Ordinal);
        Assert.Contains(", 2 threads; ", fast.Output, StringComparison.Ordinal);
        Assert.Equal(Hash(literal), Hash(fast));
    }

    [Fact]
    public void Of_KnownNetwork_IsTheSha256OfItsBytes()
    {
        // Independent: python3 -c "import hashlib, struct; print(hashlib.sha256(struct.pack('<6d', 1, 2, 3, 4, 0.5, -0.25)).hexdigest())"
        Network network = new([new Layer([[1.0, 2.0], [3.0, 4.0]], [0.5, -0.25], new Sigmoid())], new SquaredError());

        Assert.Equal("f0fe8c6618adac36b75ff0501fb8739c78e73f4cbdcee15ef4f89a468d612c89", ParameterHash.Of(network));
    }

    private static string Hash(CommandRun run) => Assert.Single(CommandRun.Lines(run.Output), line => line.StartsWith("SHA-256   ", StringComparison.Ordinal));
}
