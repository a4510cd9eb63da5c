using LoopNet.Cli;
using LoopNet.Data;
using LoopNet.Tests.Cli;
using LoopNet.Tests.Data;

namespace LoopNet.Tests.Cultures;

/// <summary>What is read and written is the same in every country, also in a program of another culture that uses the libraries.</summary>
public sealed class CultureTests
{
    // Weights below 0, so that their sign shows, and an update whose loss is small enough for an exponent.
    private const string Digits = "digits.csv";

    private static readonly string[][] Commands =
    [
        ["data", "export", "--csv", Digits, "--data", "embedded", "--count", "60"],
        ["data", "--data", Digits, "--show", "1"],
        ["train", "--data", Digits, "--layers", "784,4,10", "--epochs", "2", "--save", "model.json", "--plot", "curves.svg", "--learning-rate", "0.05"],
        ["train", "--data", Digits, "--model", "model.json", "--epochs", "1", "--batch", "7", "--plot", "curves.html", "--trace-step", "2", "--split", "40/15"],
        ["evaluate", "--data", Digits, "--model", "model.json", "--confusion", "confusion.svg", "--weights", "weights.svg"],
        ["predict", "--data", Digits, "--model", "model.json", "--sheet", "3", "--out", "sheet.svg"],
        ["predict", "--data", Digits, "--model", "model.json"],
        ["data", "sheet", "--data", Digits, "--out", "digits.svg"],
        ["trace", "mazur", "--digits", "17"],
        ["trace", "xor-batch", "--only", "dL/*"],
        ["explain", "mazur", "dL/dW1[0,1]", "--numeric"],
        ["worksheet", "mazur", "--out", "mazur.json"],
        ["worksheet", "xor-batch", "--format", "md", "--out", "xor.md"],
        ["worksheet", "full-size"],
        ["gradcheck", "mazur"],
        ["gradcheck"],
        ["check", "mazur.trace.jsonl"],
        ["check", Example("answers/prakash-jay.example.json"), Example("answers/prakash-jay.json")],
        ["check", Example("answers/prakash-jay.example.json"), Example("answers/prakash-jay.json"), "--json"],
        ["train", "--data", Digits, "--learning-rate", "1e300", "--epochs", "1"],
        ["train", "--data", Digits, "--layers", "784,100000000,10"],
        ["train", "--data", Digits, "--seed", "-5", "--epochs", "0"],
        ["train", "--help"],
    ];

    [Fact]
    public void Commands_InAContraryCulture_WriteTheSameBytes()
    {
        Dictionary<string, string> usual = Written();
        using OtherCulture contrary = new(OtherCulture.Contrary());

        Dictionary<string, string> other = Written();

        Assert.Equal(usual.Keys.Order(StringComparer.Ordinal), other.Keys.Order(StringComparer.Ordinal));
        Assert.All(usual, pair => Assert.Equal(pair.Value, other[pair.Key]));
    }

    // The seconds of an epoch are the one column that no run repeats.
    [Fact]
    public void History_InAContraryCulture_HasTheSameRows()
    {
        string[] usual = History();
        using OtherCulture contrary = new(OtherCulture.Contrary());

        Assert.Equal(usual, History());
    }

    [Fact]
    public void Model_SavedInAContraryCulture_ReadsBackToTheSameBits()
    {
        using TemporaryFolder folder = new();
        string path = Path.Join(folder.Path, "model.json");
        Network network = Initialization.Draw([3, 4, 2], [new Tanh(), new Sigmoid()], new SquaredError(), seed: -7, InitialWeights.Small);
        using (OtherCulture contrary = new(OtherCulture.Contrary()))
        {
            ModelFile.Write(path, new Model(network, OutputGradient.Jacobian, null));
            Bits.AssertSame(network, ModelFile.Read(path).Network);
        }

        Bits.AssertSame(network, ModelFile.Read(path).Network);
    }

    // What a debugger shows, and messages: a person in another country may send them to one in a third.
    [Fact]
    public void Texts_InAContraryCulture_AreTheSame()
    {
        string[] usual = Texts();
        using OtherCulture contrary = new(OtherCulture.Contrary());

        Assert.Equal(usual, Texts());
    }

    private static string Example(string name) => Path.Join(Repository.Top, "docs", "examples", name);

    private static string[] Texts()
    {
        Example example = Mazur.Example();
        StepRecord record = ExampleRun.Records(example, 1).First();
        return
        [
            $"{record.Samples[0]}",
            $"{example.Network.Layers[0]}",
            new EpochLines(2000).Of(new EpochResult(1234, 0.5, 0.25, 1e-9, 0.125, 1234.5)),
            new NonFiniteException("z1[0]", double.NegativeInfinity, 3).Message,
        ];
    }

    private static string[] History()
    {
        using TemporaryFolder folder = new();
        string path = Path.Join(folder.Path, "history.csv");
        CommandRun.Of("train", "--data", "embedded", "--limit", "50", "--epochs", "2", "--history", path);
        return [.. File.ReadAllLines(path).Select(line => line[..line.LastIndexOf(',')])];
    }

    // Every file by its name, and what each command wrote to its streams.
    private static Dictionary<string, string> Written()
    {
        using TemporaryFolder folder = new();
        Dictionary<string, string> written = new(StringComparer.Ordinal);
        foreach (string[] command in Commands)
        {
            CommandRun run = CommandRun.Of([.. command.Select(word => In(folder, word)), .. Folder(command, folder)]);
            string text = $"{run.Status}\n{WithoutSeconds(run.Output)}\n{run.Error}";
            written.Add(string.Join(' ', command), text.Replace(folder.Path, "", StringComparison.Ordinal));
        }

        foreach (string path in Directory.GetFiles(folder.Path))
        {
            written.Add(Path.GetFileName(path), File.ReadAllText(path).Replace(folder.Path, "", StringComparison.Ordinal));
        }

        return written;
    }

    // Names of files without a folder lie in the folder of the test.
    private static string In(TemporaryFolder folder, string word)
    {
        string[] endings = [".csv", ".json", ".svg", ".html", ".md", ".jsonl"];
        bool isFile = !word.Contains('/', StringComparison.Ordinal) && endings.Contains(Path.GetExtension(word), StringComparer.Ordinal);
        return isFile ? Path.Join(folder.Path, word) : word;
    }

    private static string[] Folder(string[] command, TemporaryFolder folder)
    {
        if (command[0] == "trace")
        {
            return ["--out", folder.Path];
        }

        return command.Contains("--trace-step", StringComparer.Ordinal) ? ["--trace-out", folder.Path] : [];
    }

    private static string WithoutSeconds(string output)
    {
        string[] lines = output.Split('\n');
        return string.Join('\n', lines.Select(line => line.StartsWith("trained on ", StringComparison.Ordinal) ? "trained" : Epoch(line)));
    }

    private static string Epoch(string line)
    {
        bool isTimed = CommandRun.IsOfEpoch(line, 1);
        return isTimed ? line[..line.LastIndexOf("  ", StringComparison.Ordinal)] : line;
    }
}
