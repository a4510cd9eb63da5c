using LoopNet.Data;
using LoopNet.Tests.Data;
using LoopNet.Tracing;

namespace LoopNet.Tests.Cli;

/// <summary>Everything that is printed fits 80 columns, and no number, name or word is broken.</summary>
public sealed class WidthTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Traces => [.. Directory.GetFiles(Path.Combine(Repository.Top, "traces"), "*.txt").Select(path => Path.GetFileName(path))];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("train --data embedded --limit 40 --epochs 101 --layers 784,2,10")]
    [InlineData("train --data embedded --limit 20 --epochs 1 --preset 003 --save FOLDER/saved.json --history FOLDER/h.csv --trace-step 1/0 --trace-out FOLDER")]
    [InlineData("train --preset")]
    [InlineData("evaluate --model FOLDER/model.json --data embedded --limit 200")]
    [InlineData("predict --model FOLDER/model.json --data embedded")]
    [InlineData("data --data embedded")]
    [InlineData("reproduce --quick --epochs 1 --data embedded --out FOLDER/all 002 003")]
    [InlineData("trace --list")]
    [InlineData("trace mazur --out -")]
    [InlineData("trace full-size --steps 1 --out - --only *z*")]
    [InlineData("trace tiny --out - --digits 17")]
    [InlineData("gradcheck")]
    [InlineData("gradcheck mazur")]
    [InlineData("gradcheck xor-batch")]
    [InlineData("explain tiny dL/dW1[0,1]")]
    [InlineData("explain tiny dL/dW1[0,1] --digits 17 --numeric")]
    [InlineData("explain mazur 2/0/L")]
    [InlineData("worksheet tiny")]
    [InlineData("worksheet xor-batch")]
    [InlineData("worksheet full-size --only a1,z3")]
    [InlineData("check docs/examples/answers/prakash-jay.example.json docs/examples/answers/prakash-jay.json")]
    [InlineData("check FOLDER/steven-miller.example.json docs/examples/answers/steven-miller.json")]
    [InlineData("check traces/mazur.trace.jsonl")]
    [InlineData("notation")]
    [InlineData("notation rows xor-batch")]
    [InlineData("trace mazur --notation mazur --names both --out -")]
    [InlineData("worksheet xor-batch --notation columns")]
    [InlineData("check FOLDER/wrong.trace.jsonl")]
    [InlineData("train --hidden relu,relu,relu")]
    [InlineData("train --loss binary-cross-entropy")]
    [InlineData("trace no-such-example")]
    [InlineData("trace FOLDER/broken.json")]
    public void Output_OfEveryVerb_FitsEightyColumns(string line)
    {
        ModelFile.Write(Path.Combine(_folder.Path, "model.json"), new Model(SmallNetwork(), OutputGradient.Jacobian, null));
        File.Copy(Path.Combine(Repository.Top, "docs/examples/answers/steven-miller.example.json"), Path.Combine(_folder.Path, "steven-miller.example.json"));
        _folder.WriteText("wrong.trace.jsonl", Repository.Read("traces/mazur.trace.jsonl").Replace("0.3775", "0.3776", StringComparison.Ordinal));
        _folder.WriteText("broken.json", """{ "learning_rate": 0.5 }""");
        string[] args = [.. line.Split(' ').Select(word => Placed(word))];

        CommandRun run = CommandRun.Narrow(args);

        Assert.NotEqual("", run.Output + run.Error);
        string[] lines = [.. run.Output.Split('\n'), .. run.Error.Split('\n')];
        Assert.All(lines.Where(printed => !printed.Contains(_folder.Path, StringComparison.Ordinal)), AssertFits);

        // Put together again, nothing but blanks and line ends tells the two runs apart: no word or number is broken.
        CommandRun wide = CommandRun.Of(args);
        if (!line.StartsWith("train", StringComparison.Ordinal) && !line.StartsWith("reproduce", StringComparison.Ordinal) && !line.StartsWith("explain", StringComparison.Ordinal))
        {
            Assert.Equal(Words(wide.Output + wide.Error), Words(run.Output + run.Error));
        }
    }

    [Theory]
    [MemberData(nameof(Traces))]
    public void EveryShippedTrace_AsText_FitsEightyColumns(string name)
    {
        Assert.All(File.ReadAllLines(Path.Combine(Repository.Top, "traces", name)), line => Assert.InRange(line.Length, 0, FittedLines.StandardWidth));
    }

    [Fact]
    public void Columns_OfATraining_StandStillAtEpochs10And100()
    {
        CommandRun run = CommandRun.Narrow("train", "--data", "embedded", "--limit", "5", "--epochs", "101", "--layers", "784,2,10");

        Assert.Equal(102, run.EpochLines.Length);
        Assert.Single(run.EpochLines.Select(line => line.IndexOf('%', StringComparison.Ordinal)).Distinct());
        Assert.Single(run.EpochLines.Select(line => line.Length).Distinct());
    }

    [Theory]
    [InlineData("a = b + c", 80, "a = b + c")]
    [InlineData("    z1[0] = W1[0,0] x[0] + W1[0,1] x[1] + b1[0]", 40, "    z1[0] = W1[0,0] x[0] + W1[0,1] x[1]", "            + b1[0]")]
    [InlineData("as rows, Z = X W + b, as in NumPy and in Keras", 24, "as rows, Z = X W + b, as", "in NumPy and in Keras")]
    [InlineData("rule      gradient descent, learning rate 0.1", 30, "rule      gradient descent,", "          learning rate 0.1")]
    [InlineData("1. A sentence that goes on and on", 20, "1. A sentence that", "   goes on and on")]
    [InlineData("saved in /a/very/long/path/to/somewhere and on", 20, "saved in", "/a/very/long/path/to/somewhere", "and on")]
    [InlineData("/a/very/long/path/to/somewhere", 20, "/a/very/long/path/to/somewhere")]
    public void FittedLines_OfALongLine_BreakAtBlanksAndKeepTheIndent(string line, int width, params string[] expected)
    {
        Assert.Equal(expected, FittedLines.Of(line, width));
    }

    // An address or a path that is too long stands alone on its line.
    private static void AssertFits(string line)
    {
        Assert.True(line.Length <= FittedLines.StandardWidth || !line.Trim().Contains(' ', StringComparison.Ordinal), line);
    }

    private static string Words(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter) && letter is not ('|' or '/')));

    private static Network SmallNetwork()
    {
        double[][] weights = [.. Enumerable.Range(0, 10).Select(i => Enumerable.Range(0, 784).Select(k => ((i * k) % 7) / 100.0).ToArray())];
        return new Network([new Layer(weights, new double[10], Activation.Named("softmax")!)], Loss.Named("cross-entropy")!);
    }

    private string Placed(string word)
    {
        string placed = word.Replace("FOLDER", _folder.Path, StringComparison.Ordinal);
        bool isShipped = placed.StartsWith("docs/", StringComparison.Ordinal) || placed.StartsWith("traces/", StringComparison.Ordinal);
        return isShipped ? Path.Combine(Repository.Top, placed) : placed;
    }
}
