using LoopNet.Cli;
using LoopNet.Data;
using LoopNet.Tests.Data;

namespace LoopNet.Tests.Cli;

public sealed class InterruptionTests : IDisposable
{
    private static readonly string[] Long = ["train", "--data", "embedded", "--limit", "50", "--layers", "784,4,10", "--epochs", "1000000"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string ModelPath => Path.Join(_folder.Path, "model.json");

    [Fact]
    public void Train_InterruptedInASecondEpoch_KeepsTheNetworkOfTheFirst()
    {
        CommandRun run = CommandRun.InterruptedAfter(1, [.. Long, "--save", ModelPath]);

        Assert.Equal(ExitStatus.Interrupted, run.Status);
        Assert.Equal(2, run.EpochLines.Length);
        Assert.Equal($"loopnet: interrupted in epoch 2; {ModelPath} holds the network after epoch 1\n", run.Error);
        AssertWholeEpochs(ModelPath, 1);
    }

    [Fact]
    public void Train_InterruptedInTheFirstEpoch_SavesNothingAndSaysSo()
    {
        CommandRun run = CommandRun.InterruptedAfter(0, [.. Long, "--save", ModelPath]);

        Assert.Equal(ExitStatus.Interrupted, run.Status);
        Assert.Equal($"loopnet: interrupted in epoch 1, before one was complete: nothing is saved in {ModelPath}\n", run.Error);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Train_InterruptedWithoutSave_SaysWhere()
    {
        CommandRun run = CommandRun.InterruptedAfter(2, Long);

        Assert.Equal(ExitStatus.Interrupted, run.Status);
        Assert.Equal("loopnet: interrupted in epoch 3\n", run.Error);
    }

    [Theory]
    [InlineData("evaluate")]
    [InlineData("predict")]
    [InlineData("data")]
    [InlineData("gradcheck")]
    public void OtherVerbs_Interrupted_EndWithStatus130(string verb)
    {
        string digits = CsvOfDigits.Write(_folder, DrawnDigits.Training(seed: 1, count: 5));
        CommandRun.Of("train", "--data", digits, "--epochs", "0", "--save", ModelPath);
        string[] args = verb switch
        {
            "evaluate" or "predict" => [verb, "--model", ModelPath, "--data", digits],
            "data" => [verb, "--data", digits],
            _ => [verb],
        };

        CommandRun run = CommandRun.In(terminal => terminal with { Interrupted = new CancellationToken(canceled: true) }, args);

        Assert.Equal(ExitStatus.Interrupted, run.Status);
        Assert.Equal("", run.Output);
        Assert.Equal("loopnet: interrupted\n", run.Error);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("HUP")]
    public void Process_ReceivesASignal_EndsWithStatus130AndAModelOfWholeEpochs(string signal)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using CommandProcess process = CommandProcess.Start([.. Long, "--save", ModelPath]);
        process.ReadLine(line => CommandRun.IsOfEpoch(line, 2));
        process.Send(signal);
        CommandRun run = process.End();

        Assert.Equal(ExitStatus.Interrupted, run.Status);
        string line = string.Join(' ', CommandRun.Lines(run.Error).Select(part => part.Trim()));

        // On a machine with much else to do, the run is ended before it can say more.
        Assert.Matches(@"^loopnet: interrupted( in epoch \d+; \S+ holds the network after epoch \d+)?$", line);
        int epochs = ModelFile.Read(ModelPath).Training!.Epochs;
        Assert.True(line == "loopnet: interrupted" || line.EndsWith($" epoch {epochs}", StringComparison.Ordinal), line);
        AssertWholeEpochs(ModelPath, epochs);
        Assert.DoesNotContain('\u001b', run.Output + run.Error);
    }

    // A verb that waits for ever for its file, and looks at no token: nothing but the one place that hears signals ends it.
    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("HUP")]
    public void Process_ThatWaitsForAPipe_EndsWithStatus130(string signal)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _folder.Shell("mkfifo answers.json");
        using CommandProcess process = CommandProcess.Start("check", "mazur", Path.Join(_folder.Path, "answers.json"));
        process.WaitUntilItHears();
        process.Send(signal);
        CommandRun run = process.End();

        Assert.Equal(ExitStatus.Interrupted, run.Status);
        Assert.Equal("loopnet: interrupted\n", run.Error);
    }

    [Fact]
    public void Process_ReaderGoesAway_EndsWithoutAStackTrace()
    {
        using CommandProcess process = CommandProcess.Start("train", "--data", "embedded", "--limit", "200", "--epochs", "5");
        process.ReadLine(line => line.StartsWith("data ", StringComparison.Ordinal));
        process.CloseOutput();
        CommandRun run = process.End();

        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.InRange(CommandRun.Lines(run.Error).Count(line => line.StartsWith("loopnet: ", StringComparison.Ordinal)), 0, 1);
    }

    // The same bits as those of a run that ended by itself after so many epochs.
    private void AssertWholeEpochs(string model, int epochs)
    {
        string whole = Path.Join(_folder.Path, "whole.json");
        CommandRun run = CommandRun.Of([.. Long[..^1], $"{epochs}", "--save", whole]);
        Assert.Equal(ExitStatus.Done, run.Status);
        Bits.AssertSame(ModelFile.Read(whole).Network, ModelFile.Read(model).Network);
        Assert.Equal(epochs, ModelFile.Read(model).Training!.Epochs);
    }
}
