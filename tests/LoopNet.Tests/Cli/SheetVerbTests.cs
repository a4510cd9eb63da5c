using System.Xml.Linq;
using LoopNet.Cli;
using LoopNet.Data;
using LoopNet.Tests.Data;

namespace LoopNet.Tests.Cli;

public sealed class SheetVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string FilePath => Path.Join(_folder.Path, "sheet.svg");

    [Fact]
    public void Sheet_WithoutCount_DrawsAHundredTrainingDigits()
    {
        CommandRun run = CommandRun.Of("data", "sheet", "--out", FilePath, "--data", "embedded");

        Assert.Equal(new CommandRun(ExitStatus.Done, $"data      the embedded digits, drawn by the program\nwritten   100 training digits to {FilePath}\n", ""), run);
        Assert.Equal(Labels(DrawnDigits.Training(1, 100)), LabelsDrawn());
    }

    [Fact]
    public void Sheet_SetAndCount_DrawsThose()
    {
        CommandRun run = CommandRun.Of("data", "sheet", "--out", FilePath, "--data", "embedded", "--set", "test", "--count", "7");

        Assert.EndsWith($"written   7 test digits to {FilePath}\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(Labels(DrawnDigits.Test(1, 7)), LabelsDrawn());
    }

    [Fact]
    public void Sheet_OfAFolder_NamesTheSetAndNotTheFolder()
    {
        string mnist = TinyMnist.Write(Path.Join(_folder.Path, "mnist"));

        CommandRun.Of("data", "sheet", "--out", FilePath, "--data", mnist);

        string picture = File.ReadAllText(FilePath);
        Assert.Contains(">2 digits, each above its label: IDX training digits</title>", picture, StringComparison.Ordinal);
        Assert.DoesNotContain(_folder.Path, picture, StringComparison.Ordinal);
    }

    [Fact]
    public void Sheet_Interrupted_WritesNothing()
    {
        CommandRun run = CommandRun.In(
            terminal => terminal with { Interrupted = new CancellationToken(canceled: true) },
            "data", "sheet", "--out", FilePath, "--data", "embedded", "--count", "1");

        Assert.Equal(new CommandRun(ExitStatus.Interrupted, "", "loopnet: interrupted\n"), run);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    private static IEnumerable<string> Labels(DigitSet digits) => Enumerable.Range(0, digits.Count).Select(index => $"{digits.Label(index)}");

    private IEnumerable<string> LabelsDrawn()
    {
        return XDocument.Load(FilePath).Descendants().Where(element => element.Name.LocalName == "text" && ((string?)element.Attribute("class") ?? "").StartsWith("label", StringComparison.Ordinal)).Select(element => element.Value);
    }
}
