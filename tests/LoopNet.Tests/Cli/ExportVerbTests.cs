using LoopNet.Cli;
using LoopNet.Data;
using LoopNet.Tests.Data;

namespace LoopNet.Tests.Cli;

public sealed class ExportVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string FilePath => Path.Join(_folder.Path, "out.csv");

    [Fact]
    public void Export_Embedded_WritesTheFirstTrainingDigits()
    {
        CommandRun run = CommandRun.Of("data", "export", "--csv", FilePath, "--data", "embedded", "--count", "12");

        Assert.Equal(new CommandRun(ExitStatus.Done, $"data      the embedded digits, drawn by the program\nwritten   12 training digits to {FilePath}\n", ""), run);
        AssertSame(DrawnDigits.Training(1, 12), 0);
    }

    [Fact]
    public void Export_TestSetOfACsv_WritesItsLastSeventh()
    {
        DigitSet digits = DrawnDigits.Training(1, 21);
        string csv = CsvOfDigits.Write(_folder, digits);

        CommandRun run = CommandRun.Of("data", "export", "--csv", FilePath, "--data", csv, "--set", "test");

        Assert.EndsWith($"written   3 test digits to {FilePath}\n", run.Output, StringComparison.Ordinal);
        AssertSame(digits, 18);
    }

    [Fact]
    public void Export_MnistFolder_WritesWhatIsReadBackByData()
    {
        string mnist = TinyMnist.Write(Path.Join(_folder.Path, "mnist"));

        CommandRun.Of("data", "export", "--csv", FilePath, "--data", mnist, "--set", "test", "--count", "5");

        AssertSame(MnistFolder.ReadTest(mnist), 0);
        Assert.Equal(ExitStatus.Done, CommandRun.Of("data", "--data", FilePath).Status);
    }

    [Fact]
    public void Export_Interrupted_WritesNothing()
    {
        CommandRun run = CommandRun.In(
            terminal => terminal with { Interrupted = new CancellationToken(canceled: true) },
            "data", "export", "--csv", FilePath, "--data", "embedded", "--count", "1");

        Assert.Equal(new CommandRun(ExitStatus.Interrupted, "", "loopnet: interrupted\n"), run);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Export_OntoTheFileOfDigits_IsRefused()
    {
        string csv = CsvOfDigits.Write(_folder, DrawnDigits.Training(1, 2));

        string sentence = CommandRun.Of("data", "export", "--csv", csv, "--data", csv).AssertOneSentence();

        Assert.StartsWith($"--csv {csv}: this file is read, and would be overwritten", sentence, StringComparison.Ordinal);
    }

    private void AssertSame(DigitSet expected, int first)
    {
        DigitSet written = DigitCsv.Read(FilePath);
        Assert.Equal(expected.Count - first, written.Count);
        for (int index = 0; index < written.Count; index++)
        {
            Assert.Equal(expected.Label(first + index), written.Label(index));
            Assert.Equal(expected.Pixels(first + index), written.Pixels(index));
        }
    }
}
