using LoopNet.Cli;
using LoopNet.Tests.Data;

namespace LoopNet.Tests.Cli;

public sealed class WorksheetVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Worksheet_WithoutAFile_GoesToStandardOutput()
    {
        CommandRun run = CommandRun.Of("worksheet", "mazur");

        Assert.Equal(ExitStatus.Done, run.Status);
        Assert.Equal("", run.Error);
        Assert.StartsWith("// Worksheet for mazur", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("\n}\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Worksheet_IntoAFile_HoldsTheSame()
    {
        string path = Path.Combine(_folder.Path, "mazur.html");

        CommandRun run = CommandRun.Of("worksheet", "mazur", "--out", path);

        Assert.Equal($"{path}\n", run.Output);
        Assert.Equal(CommandRun.Of("worksheet", "mazur", "--format", "html").Output, File.ReadAllText(path));
    }

    [Fact]
    public void Worksheet_OfNamesWithCommasInTheirIndexes_AsksForEach()
    {
        string output = CommandRun.Of("worksheet", "mazur", "--only", "dL/dW1[0,1], 2/0/L,1//W1'").Output;

        string[] keys = [.. CommandRun.Lines(output).Where(line => line.StartsWith("  \"", StringComparison.Ordinal)).Select(line => line.Split('"')[1])];
        Assert.Equal(["dL/dW1[0,1]", "W1'", "2/0/L"], keys);
    }

    [Fact]
    public void Worksheet_OfAFile_SaysHowItIsCheckedWithThePathThatWasGiven()
    {
        string example = _folder.WriteText("my hw1.json", Repository.Read("docs/examples/mazur.json"));
        string answers = Path.Combine(_folder.Path, "ws.json");

        Assert.Contains($"// To check it:\n//   loopnet check '{example}' FILE\n", CommandRun.Of("worksheet", example).Output, StringComparison.Ordinal);
        Assert.Equal(ExitStatus.Done, CommandRun.Of("worksheet", example, "--out", answers).Status);
        Assert.Contains($"//   loopnet check '{example}' {answers}\n", File.ReadAllText(answers), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--format is html, json, csv or xlsx, not 'pdf'", "--format", "pdf")]
    [InlineData("a workbook is not written to standard output; give --out NAME.xlsx", "--format", "xlsx")]
    [InlineData("--digits is for the numbers of a key; add --key, or leave it out", "--digits", "4")]
    [InlineData("--only: \"\" is not the name of a number", "--only", "L,,z1")]
    [InlineData("q is no tensor of step 1 of mazur", "--only", "q")]
    [InlineData("--steps and --only cannot be given both", "--only", "L", "--steps", "2")]
    [InlineData("--out no-such-folder/file.html: there is no folder", "--out", "no-such-folder/file.html")]
    [InlineData("--out x.pdf: a worksheet is a page to print (.html), or a file to fill in (.json, .csv or .xlsx); give a name that ends in one of these", "--out", "x.pdf")]
    [InlineData("--out answers: a worksheet is a page to print", "--out", "answers")]
    [InlineData("--out page.html says html and --format says json", "--out", "page.html", "--format", "json")]
    public void Worksheet_OfABadCommandLine_IsOneSentence(string start, params string[] options)
    {
        Assert.StartsWith(start, CommandRun.Of(["worksheet", "mazur", .. options]).AssertOneSentence(), StringComparison.Ordinal);
    }
}
