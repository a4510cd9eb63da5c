using LoopNet.Cli;
using LoopNet.Tests.Data;

namespace LoopNet.Tests.Cli;

public sealed class DownloadVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Standard => Path.Join(_folder.Path, "data", "mnist");

    [Fact]
    public void Run_FilesThatAreMissingThereAndWrong_TellsWhatCameOfEach()
    {
        Directory.CreateDirectory(Standard);
        File.WriteAllBytes(Path.Join(Standard, SmallFiles.All[0].CompressedName), SmallFiles.FirstBytes);
        File.WriteAllText(Path.Join(Standard, SmallFiles.All[1].Name), "wrong");
        using LoopbackServer server = new(request => Answer.Of(SmallFiles.Compressed(request.File), request));

        CommandRun run = Run(terminal => DownloadVerb.Run(Standard, [server.Address], SmallFiles.All, terminal));

        Assert.Equal(ExitStatus.Done, run.Status);
        Assert.Equal(
            $"""
            train-images-idx3-ubyte.gz: there already, and right
            train-labels-idx1-ubyte.gz: fetched from {server.Address}; it replaces a wrong train-labels-idx1-ubyte
            t10k-images-idx3-ubyte.gz: fetched from {server.Address}
            t10k-labels-idx1-ubyte.gz: fetched from {server.Address}
            MNIST is in {Standard}, where loopnet train finds it

            """,
            run.Output);
        Assert.Equal(
            $"""
            loopnet: fetching train-labels-idx1-ubyte.gz from {server.Address}
            loopnet: fetching t10k-images-idx3-ubyte.gz from {server.Address}
            loopnet: fetching t10k-labels-idx1-ubyte.gz from {server.Address}

            """,
            run.Error);
    }

    [Fact]
    public void Run_OtherFolder_SaysHowToUseIt()
    {
        string folder = Path.Join(_folder.Path, "elsewhere");
        using LoopbackServer server = new(request => Answer.Of(SmallFiles.Compressed(request.File), request));

        CommandRun run = Run(terminal => DownloadVerb.Run(folder, [server.Address], SmallFiles.All, terminal));

        Assert.EndsWith($"MNIST is in {folder}: use it with --data {folder}\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OnAScreen_DrawsABarAndNoLines()
    {
        using LoopbackServer server = new(request => Answer.Of(SmallFiles.Compressed(request.File), request));

        CommandRun run = Run(terminal => DownloadVerb.Run(Standard, [server.Address], SmallFiles.All, terminal with { ShowsProgress = true }));

        Assert.Equal(ExitStatus.Done, run.Status);
        Assert.DoesNotContain("loopnet: fetching", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Download_MirrorsThatFail_IsNotedAndEndsWithOneSentenceAndStatus2()
    {
        using LoopbackServer server = new(_ => new Answer(404, []));

        CommandRun run = CommandRun.In(
            terminal => terminal with { Folder = _folder.Path },
            "data", "download", "--mirror", $"{server.Address}one", "--mirror", $"{server.Address}two/");

        Assert.Equal(ExitStatus.BadInput, run.Status);
        Assert.Equal("", run.Output);
        string[] lines = CommandRun.Lines(run.Error);
        Assert.Equal(4, lines.Length);
        Assert.Equal(
            $"loopnet: train-images-idx3-ubyte.gz: the mirror {server.Address}one/ answered 404 (NotFound); trying the next mirror, {server.Address}two/",
            lines[1]);
        Assert.Equal(
            $"loopnet: train-images-idx3-ubyte.gz: the mirror {server.Address}two/ answered 404 (NotFound); that was the last of 2 mirrors: " +
            "check the connection and try again or name another mirror with --mirror.",
            lines[3]);
        Assert.Equal(["/mnist/one/train-images-idx3-ubyte.gz", "/mnist/two/train-images-idx3-ubyte.gz"], server.Requests.Select(request => request.Path));
        Assert.Empty(Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void Download_Interrupted_EndsWithStatus130()
    {
        using LoopbackServer server = new(_ => new Answer(404, []));

        CommandRun run = CommandRun.In(
            terminal => terminal with { Folder = _folder.Path, Interrupted = new CancellationToken(canceled: true) },
            "data", "download", "--mirror", server.Address.AbsoluteUri);

        Assert.Equal(ExitStatus.Interrupted, run.Status);
        Assert.Equal("", run.Output);
        Assert.EndsWith("loopnet: interrupted; the next download goes on from what has come\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Process_ReceivesCtrlC_EndsWithStatus130AndNothingInPlace()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using LoopbackServer server = new(request => Answer.Of(SmallFiles.FirstBytes, request) with { CutAfter = 100_000, Stalls = true });
        using CommandProcess process = CommandProcess.Start("data", "download", "--to", Standard, "--mirror", server.Address.AbsoluteUri);
        await server.Stalled.WaitAsync(TimeSpan.FromMinutes(1));

        process.Send("INT");
        CommandRun run = process.End();

        Assert.Equal(ExitStatus.Interrupted, run.Status);
        Assert.EndsWith("loopnet: interrupted; the next download goes on from what has come\n", run.Error, StringComparison.Ordinal);
        Assert.All(Directory.GetFiles(Standard), path => Assert.EndsWith(".part", path, StringComparison.Ordinal));
    }

    [MnistFact]
    public void Download_RealMnist_IsFoundByTrain()
    {
        using LoopbackServer server = new(request => Answer.Of(File.ReadAllBytes(Path.Combine(MnistFactAttribute.Folder, request.File)), request));
        Terminal Surroundings(Terminal terminal) => terminal with { Folder = _folder.Path };

        CommandRun download = CommandRun.In(Surroundings, "data", "download", "--mirror", server.Address.AbsoluteUri);
        CommandRun train = CommandRun.In(Surroundings, "train", "--limit", "1", "--epochs", "0");
        CommandRun again = CommandRun.In(Surroundings, "data", "download", "--mirror", server.Address.AbsoluteUri);

        Assert.Equal(ExitStatus.Done, download.Status);
        Assert.Equal($"loopnet: using MNIST, found in {Standard}\n", train.Error);
        Assert.Equal(4, CommandRun.Lines(again.Output).Count(line => line.EndsWith(": there already, and right", StringComparison.Ordinal)));
        Assert.Equal("", again.Error);
    }

    private CommandRun Run(Func<Terminal, int> run)
    {
        StringWriter output = new() { NewLine = "\n" };
        StringWriter error = new() { NewLine = "\n" };
        int status = run(new Terminal(output, error) { Folder = _folder.Path });
        return new CommandRun(status, output.ToString(), error.ToString());
    }
}
