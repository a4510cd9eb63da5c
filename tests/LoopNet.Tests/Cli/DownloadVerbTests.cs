using LoopNet.Cli;
using LoopNet.Tests.Data;

namespace LoopNet.Tests.Cli;

public sealed class DownloadVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly LoopbackServer _server = new();

    private string Standard => Path.Join(_folder.Path, "data", "mnist");

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Run_FilesThatAreMissingThereAndWrong_TellsWhatCameOfEach()
    {
        Directory.CreateDirectory(Standard);
        File.WriteAllBytes(Path.Join(Standard, "train-images-idx3-ubyte.gz"), SmallFiles.Compressed("train-images-idx3-ubyte.gz"));
        File.WriteAllText(Path.Join(Standard, "train-labels-idx1-ubyte"), "wrong");

        CommandRun run = Run(Standard, showsProgress: false);

        Assert.Equal(
            $"""
            train-images-idx3-ubyte.gz: there already, and right
            train-labels-idx1-ubyte.gz: fetched from {_server.Address}; it replaces a wrong train-labels-idx1-ubyte
            t10k-images-idx3-ubyte.gz: fetched from {_server.Address}
            t10k-labels-idx1-ubyte.gz: fetched from {_server.Address}
            MNIST is in {Standard}, where loopnet train finds it

            """,
            run.Output);
        string[] fetched = ["train-labels-idx1-ubyte.gz", "t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz"];
        Assert.Equal(fetched.Select(name => $"loopnet: fetching {name} from {_server.Address}"), CommandRun.Lines(run.Error));
        Assert.Equal(ExitStatus.Done, run.Status);
    }

    [Fact]
    public void Run_OnAScreenIntoAnotherFolder_DrawsABarAndSaysHowToUseIt()
    {
        CommandRun run = Run(_folder.Path, showsProgress: true);

        Assert.EndsWith($"MNIST is in {_folder.Path}: use it with --data {_folder.Path}\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("loopnet: fetching", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Download_MirrorsThatFail_IsNotedAndEndsWithOneSentenceAndStatus2()
    {
        _server.Answers = _ => Answer.Of(404, []);
        Uri two = new(_server.Address, "two/");

        CommandRun run = Download("--mirror", $"{_server.Address}one", "--mirror", two.AbsoluteUri);

        string[] lines = CommandRun.Lines(run.Error);
        string failure = "loopnet: train-images-idx3-ubyte.gz: the mirror";
        Assert.Equal((ExitStatus.BadInput, "", 8), (run.Status, run.Output, lines.Length));
        Assert.Equal($"{failure} {_server.Address}one/ answered 404 (NotFound); trying again at {two}", lines[1]);
        Assert.Equal($"{failure} {two} answered 404 (NotFound); check the connection and try again, or name another mirror with --mirror.", lines[7]);
        Assert.Empty(Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Process_ReceivesCtrlC_EndsWithStatus130AndNothingInPlace()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _server.Answers = path => Answer.Right(path).Cut() with { Stalls = true };
        using CommandProcess process = CommandProcess.Start("data", "download", "--to", Standard, "--mirror", _server.Address.AbsoluteUri);
        await _server.Stalled.Task.WaitAsync(TimeSpan.FromMinutes(1));

        process.Send("INT");
        CommandRun run = process.End();

        Assert.Equal(ExitStatus.Interrupted, run.Status);
        Assert.Matches(@"loopnet: interrupted(; the next download keeps the files that are whole)?\n$", run.Error);
        Assert.Empty(Directory.GetFiles(Standard));
    }

    [MnistFact]
    public void Download_RealMnist_IsFoundByTrain()
    {
        _server.Answers = path => Answer.Of(200, File.ReadAllBytes(Path.Combine(MnistFactAttribute.Folder, Path.GetFileName(path))));

        CommandRun download = Download("--mirror", _server.Address.AbsoluteUri);
        CommandRun train = CommandRun.In(terminal => terminal with { Folder = _folder.Path }, "train", "--limit", "1", "--epochs", "0");

        Assert.Equal(ExitStatus.Done, download.Status);
        Assert.Equal($"loopnet: using MNIST, found in {Standard}\n", train.Error);
    }

    private CommandRun Download(params string[] options) => CommandRun.In(terminal => terminal with { Folder = _folder.Path }, ["data", "download", .. options]);

    private CommandRun Run(string folder, bool showsProgress)
    {
        StringWriter output = new() { NewLine = "\n" };
        StringWriter error = new() { NewLine = "\n" };
        int status = DownloadVerb.Run(folder, [_server.Address], SmallFiles.All, new Terminal(output, error, CommandRun.Wide) { Folder = _folder.Path, ShowsProgress = showsProgress });
        return new CommandRun(status, output.ToString(), error.ToString());
    }
}
