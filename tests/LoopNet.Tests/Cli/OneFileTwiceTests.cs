using LoopNet.Cli;
using LoopNet.Data;
using LoopNet.Tests.Data;

namespace LoopNet.Tests.Cli;

/// <summary>A file is read or written, and written by one option only: else the command refuses before its work begins.</summary>
public sealed class OneFileTwiceTests : IDisposable
{
    private const string Example = """
        { "name": "e", "loss": "squared-error", "learningRate": 0.5, "layers": [{ "weights": [[1]], "biases": [0], "activation": "identity" }],
          "samples": [{ "input": [1], "target": [0] }] }
        """;

    private readonly TemporaryFolder _folder = new();

    public OneFileTwiceTests()
    {
        CsvOfDigits.Write(_folder, DrawnDigits.Training(seed: 1, count: 8));
        CommandRun.Of("train", "--data", Place("digits.csv"), "--epochs", "0", "--save", Place("m.json"));
        _folder.WriteText("e.json", Example);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--save and --history both name", "true", "train --data @digits.csv --save @x --history @x")]
    [InlineData("--save and --plot both name", "true", "train --data @digits.csv --save @x.svg --plot @./x.svg")]
    [InlineData("--history and --plot both name", "true", "train --data @digits.csv --history @x.svg --plot @x.svg")]
    [InlineData("--history and --plot both name", "touch b; ln b x.svg", "train --data @digits.csv --history @b --plot @x.svg")]
    [InlineData("--history and --plot both name", "ln -s b x.svg", "train --data @digits.csv --history @b --plot @x.svg")]
    [InlineData("--save and --trace-step both name", "true", "train --data @digits.csv --save @train-step-1.trace.txt --trace-step 1 --trace-out @.")]
    [InlineData("is read, and would be overwritten", "true", "train --data @digits.csv --model @m.json --history @m.json")]
    [InlineData("is read, and would be overwritten", "true", "train --data @digits.csv --model @m.json --save @m.json")]
    [InlineData("is read, and would be overwritten", "ln m.json h", "train --data @digits.csv --model @m.json --history @h")]
    [InlineData("is read, and would be overwritten", "ln -s m.json p.svg", "train --data @digits.csv --model @m.json --plot @p.svg")]
    [InlineData("is read, and would be overwritten", "ln -s . d", "train --data @digits.csv --model @d/m.json --history @m.json")]
    [InlineData("is read, and would be overwritten", "true", "train --data @digits.csv --save @digits.csv")]
    [InlineData("is read, and would be overwritten", "ln digits.csv train-step-2.trace.jsonl", "train --data @digits.csv --trace-step 2 --trace-out @.")]
    [InlineData("is read, and would be overwritten", "ln digits.csv w.svg", "evaluate --data @digits.csv --model @m.json --weights @w.svg")]
    [InlineData("is read, and would be overwritten", "ln m.json w.svg", "evaluate --data @digits.csv --model @m.json --confusion @w.svg")]
    [InlineData("--confusion and --weights both name", "ln -s v.svg w.svg", "evaluate --data @digits.csv --model @m.json --confusion @v.svg --weights @w.svg")]
    [InlineData("is read, and would be overwritten", "ln m.json w.svg", "predict --data @digits.csv --model @m.json --sheet 1 --out @w.svg")]
    [InlineData("is read, and would be overwritten", "ln digits.csv w.svg", "predict --data @digits.csv --model @m.json --sheet 1 --out @w.svg")]
    [InlineData("is read, and would be overwritten", "true", "worksheet @e.json --out @e.json")]
    [InlineData("is read, and would be overwritten", "ln -s e.json l.json", "worksheet @e.json --out @l.json")]
    [InlineData("is read, and would be overwritten", "ln e.json e.trace.jsonl", "trace @e.json --out @.")]
    [InlineData("is read, and would be overwritten", "ln m.json model-digit-0.trace.txt", "trace --model @m.json --data @digits.csv --out @.")]
    [InlineData("is read, and would be overwritten", "true", "data export --data @digits.csv --csv @digits.csv")]
    [InlineData("is read, and would be overwritten", "ln digits.csv x", "data export --data @digits.csv --csv @x")]
    [InlineData("is read, and would be overwritten", "ln -s digits.csv x", "data sheet --data @digits.csv --out @x")]
    [InlineData("is read, and would be overwritten", "ln digits.csv 002-weights.svg", "reproduce 000 002 --quick --data @digits.csv --out @.")]
    public void Command_WithOneFileForTwoPurposes_IsRefusedBeforeItBegins(string part, string script, string command)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _folder.Shell(script);
        string[] before = Contents();

        string sentence = CommandRun.Of([.. command.Split(' ').Select(In)]).AssertOneSentence();

        Assert.Contains(part, sentence, StringComparison.Ordinal);
        Assert.Equal(before, Contents());
    }

    [Fact]
    public void Train_WithAFileForEachPurpose_WritesThemAll()
    {
        string command = "train --data @digits.csv --epochs 1 --model @m.json --save @n.json --history @h --plot @p.svg --trace-step 1,2 --trace-out @.";

        CommandRun run = CommandRun.Of([.. command.Split(' ').Select(In)]);

        Assert.Equal(ExitStatus.Done, run.Status);
        string[] made = ["h", "n.json", "p.svg", "train-step-1.trace.jsonl", "train-step-1.trace.txt", "train-step-2.trace.jsonl", "train-step-2.trace.txt"];
        Assert.All(made, name => Assert.True(File.Exists(Place(name)), name));
        Assert.Equal(made.Length + 3, Directory.GetFiles(_folder.Path).Length);
    }

    private string Place(string name) => Path.Combine(_folder.Path, name);

    private string In(string word) => word.StartsWith('@') ? $"{_folder.Path}/{word[1..]}" : word;

    private string[] Contents()
    {
        IEnumerable<string> files = Directory.GetFiles(_folder.Path).Order(StringComparer.Ordinal);
        return [.. files.Select(path => $"{Path.GetFileName(path)}: {(new FileInfo(path).LinkTarget ?? File.ReadAllText(path))}")];
    }
}
