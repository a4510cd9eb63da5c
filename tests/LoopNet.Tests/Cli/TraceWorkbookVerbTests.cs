using LoopNet.Cli;
using LoopNet.Data;
using LoopNet.Tests.Data;

namespace LoopNet.Tests.Cli;

public sealed class TraceWorkbookVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("xlsx", "mazur.trace.xlsx")]
    [InlineData("xlsx,txt", "mazur.trace.txt", "mazur.trace.xlsx")]
    public void Trace_AsAWorkbook_WritesASheetForEachStep(string formats, params string[] files)
    {
        CommandRun run = CommandRun.Of("trace", "mazur", "--format", formats, "--out", _folder.Path);

        Assert.Equal(files.Select(file => Path.Combine(_folder.Path, file)), CommandRun.Lines(run.Output));
        Assert.Equal(files, Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(["Step 1", "Step 2"], WorkbookReader.Read(Path.Combine(_folder.Path, "mazur.trace.xlsx")).Select(sheet => sheet.Name));
    }

    [Fact]
    public void Trace_AsAWorkbookThatIsRefused_WritesNothing()
    {
        CommandRun run = CommandRun.Of("trace", "mazur", "--format", "txt,xlsx", "--steps", "201", "--out", _folder.Path);

        Assert.StartsWith("201 steps of mazur are asked for, and a workbook has a sheet for each of 200 steps at most", run.AssertOneSentence(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Trace_AsAWorkbookOnStandardOutput_IsRefused()
    {
        string message = CommandRun.Of("trace", "mazur", "--format", "xlsx", "--out", "-").AssertOneSentence();

        Assert.StartsWith("a workbook is not written to standard output; give --out DIR", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_OfATraceAsAWorkbook_SaysWhatAnswersAre()
    {
        CommandRun.Of("trace", "mazur", "--format", "xlsx", "--out", _folder.Path);

        CommandRun run = CommandRun.Of("check", "mazur", Path.Combine(_folder.Path, "mazur.trace.xlsx"));

        Assert.Equal(ExitStatus.BadInput, run.Status);
        Assert.Contains("without a name", run.AssertOneSentence(), StringComparison.Ordinal);
    }
}
