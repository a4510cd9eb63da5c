using LoopNet.Cli;
using LoopNet.Tests.Cli;
using LoopNet.Tests.Data;

namespace LoopNet.Tests.Independent;

/// <summary>A class of thirty, as docs/class.md shows it: made, solved by a program that shares no code with LoopNet, and graded.</summary>
public sealed class ClassOfStudentsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [PythonFact]
    public void Class_SolvedByAnotherProgram_IsGradedAsThePageShows()
    {
        string exercises = Path.Combine(_folder.Path, "class7");
        string answers = Path.Combine(_folder.Path, "handed-in");
        string truth = Path.Combine(_folder.Path, "truth.csv");
        Assert.Equal(ExitStatus.Done, CommandRun.Of("exercise", "--count", "30", "--out", exercises).Status);
        string programs = Path.Combine(Repository.Top, "tests/independent/class");
        Assert.Equal(0, PythonFactAttribute.Run(Path.Combine(programs, "solve.py"), exercises, answers, "--truth", truth).Status);

        CommandRun table = CommandRun.Narrow("check", "--exercises", exercises, answers);
        string report = Path.Combine(_folder.Path, "class.json");
        File.WriteAllText(report, CommandRun.Of("check", "--exercises", exercises, answers, "--json").Output);
        string counts = PythonFactAttribute.Run(Path.Combine(programs, "compare.py"), report, truth).Output.ReplaceLineEndings("\n");

        string page = Repository.Read("docs/class.md");
        Assert.Contains($"```text\n{table.Output.Replace(exercises, "class7", StringComparison.Ordinal)}```\n", page, StringComparison.Ordinal);
        Assert.Contains($"```text\n{counts}```\n", page, StringComparison.Ordinal);
    }
}
