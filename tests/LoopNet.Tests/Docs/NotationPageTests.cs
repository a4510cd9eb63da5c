using System.Text.RegularExpressions;
using LoopNet.Data;
using LoopNet.Tests.Cli;
using LoopNet.Tests.Data;
using LoopNet.Tests.Tracing;
using LoopNet.Tracing;

namespace LoopNet.Tests.Docs;

/// <summary>docs/notation.md: its tables are the files of the notations, its formulas those of traces, and its programs run.</summary>
public partial class NotationPageTests
{
    private static readonly string Page = Repository.Read("docs/notation.md").ReplaceLineEndings("\n");

    [Fact]
    public void Page_HasTheTableOfEveryNotation()
    {
        foreach (string name in NotationFile.Shipped())
        {
            Notation notation = NotationFile.Resolve(name);
            string layout = notation.Layout == WeightLayout.InputUnit ? "input-unit" : "unit-input";
            string[] rows = [.. notation.Labels.Select(label => $"| `{label.Label}` | `{label.Meaning}` |")];
            string section = $"### {name}\n\n{notation.Description} Layout `{layout}`. The file: [{name}.json](notations/{name}.json).\n\n| label | LoopNet |\n|---|---|\n{string.Join('\n', rows)}\n";

            Assert.Contains(section, Page, StringComparison.Ordinal);
        }

        Assert.Equal(NotationFile.Shipped().Count, SectionPattern().Count(Page));
    }

    [Fact]
    public void Page_HasTheFormulasOfTheOtherLayout()
    {
        Example example = ShippedExamples.Read("mazur");
        string own = WrittenTrace.Text(example);
        string other = WrittenTrace.Text(example, new TextOptions() { Notation = new Notation(WeightLayout.InputUnit, []) });
        Match[] rows = [.. FormulaRowPattern().Matches(Page).Cast<Match>()];

        Assert.Equal(6, rows.Length);
        Assert.All(rows, row => Assert.Matches(Line(row.Groups["own"].Value), own));
        Assert.All(rows, row => Assert.Matches(Line(row.Groups["other"].Value), other));
    }

    [Fact]
    public void Page_AnswersInItsNotation_AreRight()
    {
        using TemporaryFolder folder = new();
        string answers = folder.WriteText("answers.json", Fences("json").Single(text => text.Contains("\"delta2\"", StringComparison.Ordinal) && text.Contains("\"e\"", StringComparison.Ordinal)));

        CommandRun run = CommandRun.Of("check", "mazur", answers);

        Assert.Equal(0, run.Status);
        Assert.Contains("delta2[0]", run.Output, StringComparison.Ordinal);
    }

    // The arrays of NumPy, in rows and in columns, are checked as they are; with a wrong one, the first of them is named.
    [NumPyFact]
    public void Page_ArraysOfNumPy_AreRead()
    {
        using TemporaryFolder folder = new();
        string example = folder.WriteText("three-samples.json", Fences("json").Single(text => text.Contains("three-samples", StringComparison.Ordinal)));
        string[] programs = [.. Fences("python")];
        Assert.Equal(2, programs.Length);
        Array.ForEach(programs, program => NumPyFactAttribute.RunIn(folder.Path, "-c", program));

        CommandRun rows = CommandRun.Of("check", example, Path.Combine(folder.Path, "rows.json"));
        CommandRun columns = CommandRun.Of("check", example, Path.Combine(folder.Path, "columns.json"), "--notation", "columns");
        CommandRun mixed = CommandRun.Of("check", example, Path.Combine(folder.Path, "columns.json"));
        NumPyFactAttribute.RunIn(folder.Path, "-c", programs[0].Replace("dZ1 = dA1 * (Z1 > 0)", "dZ1 = dA1 * Z1", StringComparison.Ordinal));
        CommandRun wrong = CommandRun.Of("check", example, Path.Combine(folder.Path, "rows.json"));

        Assert.Contains("three-samples: 72 numbers checked, no number is wrong", rows.Output, StringComparison.Ordinal);
        Assert.Contains("three-samples: 72 numbers checked, no number is wrong", columns.Output, StringComparison.Ordinal);
        Assert.Equal(2, mixed.Status);
        Assert.Equal(1, wrong.Status);
        Assert.Contains("The first wrong number is dZ1[0,", wrong.Output, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Fences(string language) => Regex.Matches(Page, $"```{language}\n(.*?)```", RegexOptions.Singleline, TimeSpan.FromSeconds(30)).Select(match => match.Groups[1].Value);

    // Of B5 the page leaves out the middle, the sum over the Jacobian.
    private static string Line(string formula)
    {
        string[] sides = formula.Split(" = ", 2);
        string middle = formula.StartsWith("dL/dW", StringComparison.Ordinal) ? "(sum_i .* = )?" : "";
        return $"{Regex.Escape(sides[0])} = {middle}{Regex.Escape(sides[1])}";
    }

    [GeneratedRegex(@"^### [a-z-]+$\n\n.*The file: ", RegexOptions.Multiline, 30_000)]
    private static partial Regex SectionPattern();

    [GeneratedRegex(@"^\| ?[A-Z0-9]* \| `(?<own>[^`]+ = [^`]+)` \| `(?<other>[^`]+ = [^`]+)` \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex FormulaRowPattern();
}
