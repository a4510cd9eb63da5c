using System.Text.Json.Nodes;
using LoopNet.Cli;
using LoopNet.Data;
using LoopNet.Tests.Data;

namespace LoopNet.Tests.Cli;

/// <summary><c>loopnet train --resume</c>: a run that was interrupted ends as if it had not been.</summary>
public sealed class ResumeTests : IDisposable
{
    private const int Epochs = 4;

    // One line for each set of options; what a run takes from its file has to be all of them.
    private static readonly string[] OptionSets =
    [
        "",
        "--shuffle --seed 5",
        "--shuffle --seed -7 --batch 7 --learning-rate 0.2",
        "--batch all --hidden relu --init he --learning-rate 0.1",
        "--batch 3 --loss squared-error --output sigmoid --no-biases --init uniform",
        "--output-gradient shortcut --layers 784,6,10 --hidden tanh --shuffle",
        "--split 75/25 --shuffle --batch 4",
        "--split 20/5 --limit 30 --init small --hidden relu",
        "--limit 9 --batch 2 --shuffle",
        "--preset 002 --limit 12",
        "--preset 004 --learning-rate 0.5",
        "--output sigmoid --loss binary-cross-entropy --hidden identity,relu --seed 3 --batch 34",
    ];

    private readonly TemporaryFolder _folder = new();
    private readonly string _digits;

    public ResumeTests() => _digits = CsvOfDigits.Write(_folder, DrawnDigits.Training(seed: 1, count: 40));

    public static TheoryData<string, int, string> Breaks()
    {
        TheoryData<string, int, string> breaks = [];
        for (int set = 0; set < OptionSets.Length; set++)
        {
            string engine = set % 2 == 0 ? "literal" : "fast";
            int every = FullRun.Count(usual: 1, full: Epochs - 1);
            for (int number = 0; number < every; number++)
            {
                int epoch = 1 + ((set + number) % (Epochs - 1));
                breaks.Add(OptionSets[set], epoch, (epoch + set) % 2 == 0 ? "fast" : engine);
            }
        }

        return breaks;
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Breaks))]
    public void Resume_OfARunThatWasInterrupted_EndsWithTheBitsOfOneThatWasNot(string options, int epoch, string engine)
    {
        string[] args = ["train", "--data", _digits, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--epochs", $"{Epochs}", "--engine", engine];
        CommandRun whole = CommandRun.Of([.. args, "--save", Place("whole.json"), "--history", Place("whole.csv")]);
        Assert.True(whole.Status == ExitStatus.Done, whole.Error);
        CommandRun broken = CommandRun.InterruptedAfter(epoch, [.. args, "--save", Place("broken.json"), "--history", Place("broken.csv")]);
        Assert.Equal(ExitStatus.Interrupted, broken.Status);
        string[] before = File.ReadAllLines(Place("broken.csv"));

        string other = engine == "fast" ? "literal" : "fast";
        CommandRun resumed = CommandRun.Of("train", "--data", _digits, "--resume", Place("broken.json"), "--history", Place("broken.csv"), "--engine", other);

        Assert.True(resumed.Status == ExitStatus.Done, resumed.Error);
        Assert.Equal(File.ReadAllBytes(Place("whole.json")), File.ReadAllBytes(Place("broken.json")));
        Assert.Equal(whole.EpochLines[^(Epochs - epoch)..], resumed.EpochLines[^(Epochs - epoch)..]);
        string[] after = File.ReadAllLines(Place("broken.csv"));
        Assert.Equal(before[..(epoch + 2)], after[..(epoch + 2)]);
        Assert.Equal(WithoutSeconds("whole.csv"), WithoutSeconds("broken.csv"));
    }

    [Fact]
    public void Resume_WithEveryOptionSaidAgain_GoesOn()
    {
        string[] args = ["train", "--data", _digits, "--shuffle", "--batch", "5", "--hidden", "relu,tanh", "--learning-rate", "0.3", "--limit", "30", "--split", "50/50", "--seed", "9", "--init", "he"];
        Train([.. args, "--epochs", "3", "--save", Place("whole.json")]);
        Train([.. args, "--epochs", "1", "--save", Place("part.json")]);

        Train([.. args, "--epochs", "3", "--resume", Place("part.json"), "--save", Place("other.json")]);

        Assert.Equal(File.ReadAllBytes(Place("whole.json")), File.ReadAllBytes(Place("other.json")));
        Assert.Equal(1, ModelFile.Read(Place("part.json")).Training!.Epochs);
    }

    [Fact]
    public void Resume_OfEmbeddedDigits_NeedsNoData()
    {
        string mnist = TinyMnist.Write(Place("mnist"));
        Train("train", "--data", "embedded", "--limit", "10", "--epochs", "1", "--save", Place("m.json"));

        CommandRun run = CommandRun.In(terminal => terminal with { DataVariable = mnist }, "train", "--resume", Place("m.json"), "--epochs", "2");

        Assert.True(run.Status == ExitStatus.Done, run.Error);
        Assert.Equal(2, ModelFile.Read(Place("m.json")).Training!.Epochs);
    }

    [Theory]
    [InlineData("--batch 7", "--batch 7 (there: 5)")]
    [InlineData("--learning-rate 0.5", "--learning-rate 0.5 (there: 0.01)")]
    [InlineData("--layers 784,5,10", "--layers 784-5-10 (there: 784-32-32-10)")]
    [InlineData("--hidden relu", "--hidden relu,relu (there: sigmoid,sigmoid)")]
    [InlineData("--hidden leaky-relu --slope 0.1", "--hidden leaky-relu,leaky-relu (there: sigmoid,sigmoid), --slope 0.1 (there: none)")]
    [InlineData("--output sigmoid", "--output sigmoid (there: softmax)")]
    [InlineData("--loss squared-error", "--loss squared-error (there: cross-entropy)")]
    [InlineData("--init he", "--init he (there: scaled)")]
    [InlineData("--no-biases", "--no-biases yes (there: no)")]
    [InlineData("--output-gradient shortcut", "--output-gradient shortcut (there: jacobian)")]
    [InlineData("--shuffle", "--shuffle yes (there: no)")]
    [InlineData("--seed 2", "--seed 2 (there: 1)")]
    [InlineData("--split 50/50", "--split 50/50 (there: none)")]
    [InlineData("--limit 10", "--limit 10 (there: none)")]
    [InlineData("--preset 002", "--preset 002 (there: none)")]
    [InlineData("--batch 7 --seed 2", "--batch 7 (there: 5), --seed 2 (there: 1)")]
    public void Resume_WithAnOptionThatContradicts_SaysWhatDiffers(string options, string difference)
    {
        Train("train", "--data", _digits, "--batch", "5", "--epochs", "1", "--save", Place("m.json"));
        byte[] before = File.ReadAllBytes(Place("m.json"));

        string sentence = CommandRun.Of(["train", "--data", _digits, "--resume", Place("m.json"), "--epochs", "2", .. options.Split(' ')]).AssertOneSentence();

        Assert.StartsWith($"--resume goes on with the run of {Place("m.json")} as it was, but {difference}", sentence, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Place("m.json")));
    }

    [Fact]
    public void Resume_WithOtherDigits_NamesBothByTheirHashes()
    {
        Train("train", "--data", _digits, "--epochs", "1", "--save", Place("m.json"));
        string hash = ModelFile.Read(Place("m.json")).Training!.DataSha256[..12];
        string folder = TinyMnist.Write(Place("mnist"));
        string others = MnistFolder.ReadTraining(folder).Sha256()[..12];

        string sentence = CommandRun.Of("train", "--data", folder, "--resume", Place("m.json"), "--epochs", "2").AssertOneSentence();

        Assert.Contains($"SHA-256 {hash}..., but these are 2 digits of IDX training digits with SHA-256 {others}...", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Resume_WithOtherTestDigits_IsRefused()
    {
        string folder = TinyMnist.Write(Place("mnist"));
        Train("train", "--data", folder, "--epochs", "1", "--save", Place("m.json"));
        byte[] images = File.ReadAllBytes(Path.Join(folder, "t10k-images-idx3-ubyte"));
        images[^1]++;
        File.WriteAllBytes(Path.Join(folder, "t10k-images-idx3-ubyte"), images);

        string sentence = CommandRun.Of("train", "--data", folder, "--resume", Place("m.json"), "--epochs", "2").AssertOneSentence();

        Assert.Contains("was tested with digits with SHA-256", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Resume_OfARunThatIsDone_SaysSoAndChangesNothing()
    {
        Train("train", "--data", _digits, "--epochs", "2", "--save", Place("m.json"));
        byte[] before = File.ReadAllBytes(Place("m.json"));

        CommandRun run = Train("train", "--data", _digits, "--resume", Place("m.json"));

        Assert.Contains("has all its 2 epochs behind it; --epochs N goes on to epoch N", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Place("m.json")));
    }

    [Fact]
    public void Resume_ToFewerEpochsThanAreDone_IsRefused()
    {
        Train("train", "--data", _digits, "--epochs", "2", "--save", Place("m.json"));

        string sentence = CommandRun.Of("train", "--data", _digits, "--resume", Place("m.json"), "--epochs", "1").AssertOneSentence();

        Assert.StartsWith("--epochs 1 counts from the first epoch of the run", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Resume_BesideModel_IsRefused()
    {
        string sentence = CommandRun.Of("train", "--resume", Place("m.json"), "--model", Place("m.json")).AssertOneSentence();

        Assert.StartsWith("--resume goes on with a run and --model starts one", sentence, StringComparison.Ordinal);
    }

    // The run is saved in its own file, by whatever name; no other file that is read may be written, nor its own for another purpose.
    [Fact]
    public void Resume_IntoTheFileThatItReads_IsARunThatGoesOn_WhileModelIsRefused()
    {
        string file = Place("m.json");
        Train("train", "--data", _digits, "--epochs", "1", "--save", file);
        File.CreateSymbolicLink(Place("link.json"), file);
        string[] args = ["train", "--data", _digits, "--epochs", "3"];

        Train("train", "--data", _digits, "--epochs", "2", "--resume", file, "--save", Place("link.json"));
        Assert.Equal(2, ModelFile.Read(file).Training!.Epochs);

        byte[] before = File.ReadAllBytes(file);
        string model = CommandRun.Of([.. args, "--model", file, "--save", file]).AssertOneSentence();
        string digits = CommandRun.Of([.. args, "--resume", file, "--save", _digits]).AssertOneSentence();
        string history = CommandRun.Of([.. args, "--resume", file, "--history", file]).AssertOneSentence();
        string elsewhere = CommandRun.Of([.. args, "--resume", file, "--save", Place("other.json"), "--history", Place("link.json")]).AssertOneSentence();

        Assert.Equal(before, File.ReadAllBytes(file));
        Assert.StartsWith($"--save {file}: this file is read, and would be overwritten", model, StringComparison.Ordinal);
        Assert.StartsWith($"--save {_digits}: this file is read", digits, StringComparison.Ordinal);
        Assert.StartsWith($"--resume and --history both name {file}", history, StringComparison.Ordinal);
        Assert.StartsWith($"--history {Place("link.json")}: this file is read", elsewhere, StringComparison.Ordinal);
    }

    [Fact]
    public void Resume_OfAModelThatSaysNothingOfItsTraining_IsRefused()
    {
        Network network = Initialization.Draw([784, 10], [new Softmax()], new CrossEntropy(), seed: 1);
        ModelFile.Write(Place("m.json"), new Model(network, OutputGradient.Jacobian, Training: null));

        string sentence = CommandRun.Of("train", "--data", _digits, "--resume", Place("m.json")).AssertOneSentence();

        Assert.Contains("does not say how its network was trained", sentence, StringComparison.Ordinal);
    }

    // A file of an earlier version has neither plan, limit, split nor history: the hash of the digits decides, and the CSV keeps its rows.
    [Fact]
    public void Resume_OfAnEarlierFile_GoesOnToo()
    {
        string[] args = ["train", "--data", _digits, "--limit", "20", "--shuffle", "--batch", "3"];
        Train([.. args, "--epochs", "3", "--save", Place("whole.json"), "--history", Place("whole.csv")]);
        Train([.. args, "--epochs", "2", "--save", Place("old.json"), "--history", Place("old.csv")]);
        JsonNode model = JsonNode.Parse(File.ReadAllText(Place("old.json")))!;
        foreach (string key in (string[])["plannedEpochs", "limit", "split", "testDataSha256", "history"])
        {
            model["training"]!.AsObject().Remove(key);
        }

        File.WriteAllText(Place("old.json"), model.ToJsonString());
        string refusal = CommandRun.Of("train", "--data", _digits, "--resume", Place("old.json"), "--epochs", "3").AssertOneSentence();
        Train("train", "--data", _digits, "--limit", "20", "--resume", Place("old.json"), "--epochs", "3", "--history", Place("old.csv"));

        Assert.Contains("and the --limit and --split of that run", refusal, StringComparison.Ordinal);
        Bits.AssertSame(ModelFile.Read(Place("whole.json")).Network, ModelFile.Read(Place("old.json")).Network);
        Assert.Equal(WithoutSeconds("whole.csv"), WithoutSeconds("old.csv"));
    }

    [Fact]
    public void Resume_WithAHistoryThatIsNone_IsRefusedAndStays()
    {
        Train("train", "--data", _digits, "--epochs", "1", "--save", Place("m.json"));
        string csv = _folder.WriteText("notes.csv", "my notes\n");

        string sentence = CommandRun.Of("train", "--data", _digits, "--resume", Place("m.json"), "--epochs", "2", "--history", csv).AssertOneSentence();

        Assert.Contains("this is no history", sentence, StringComparison.Ordinal);
        Assert.Equal("my notes\n", File.ReadAllText(csv));
    }

    [Fact]
    public void Resume_WithTraceSteps_NumbersThemFromTheBeginningOfTheRun()
    {
        string[] args = ["train", "--data", _digits, "--limit", "4", "--layers", "784,3,10"];
        Train([.. args, "--epochs", "2", "--trace-step", "7", "--trace-out", Place("whole")]);
        Train([.. args, "--epochs", "1", "--save", Place("m.json")]);

        string sentence = CommandRun.Of("train", "--data", _digits, "--resume", Place("m.json"), "--epochs", "2", "--trace-step", "4").AssertOneSentence();
        Train("train", "--data", _digits, "--resume", Place("m.json"), "--epochs", "2", "--trace-step", "7", "--trace-out", Place("part"));

        Assert.Contains("numbered 5 to 8", sentence, StringComparison.Ordinal);
        string name = Path.Join("{0}", "train-step-7.trace.jsonl");
        Assert.Equal(File.ReadAllText(Place(string.Format(name, "whole"))), File.ReadAllText(Place(string.Format(name, "part"))));
    }

    [Fact]
    public void Model_WithOtherOptionsThanItsRun_SaysWhichAndThatResumeGoesOn()
    {
        Train("train", "--data", _digits, "--batch", "5", "--shuffle", "--epochs", "1", "--save", Place("m.json"));

        CommandRun run = Train("train", "--data", _digits, "--model", Place("m.json"), "--epochs", "1");
        CommandRun same = Train("train", "--data", _digits, "--model", Place("m.json"), "--epochs", "1", "--batch", "5", "--shuffle");

        Assert.Contains("--batch 1 (there: 5), --shuffle no (there: yes); --resume", run.Error, StringComparison.Ordinal);
        Assert.Equal("", same.Error);
    }

    private static CommandRun Train(params string[] args)
    {
        CommandRun run = CommandRun.Of(args);
        Assert.True(run.Status == ExitStatus.Done, run.Error);
        return run;
    }

    private string[] WithoutSeconds(string csv) => [.. File.ReadAllLines(Place(csv)).Select(line => line[..line.LastIndexOf(',')])];

    private string Place(string name) => Path.Combine(_folder.Path, name);
}
