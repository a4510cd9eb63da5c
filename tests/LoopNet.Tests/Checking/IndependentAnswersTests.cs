using System.Text.Json;
using LoopNet.Checking;
using LoopNet.Data;

namespace LoopNet.Tests.Checking;

/// <summary>Answers that mistaken_answers.py calculated, with NumPy and in matrix form: neither loops nor mistakes are LoopNet's.</summary>
public class IndependentAnswersTests
{
    private static readonly Lazy<IReadOnlyList<(Example Example, string? Mistake, IReadOnlyList<GivenAnswer> Answers)>> Cases = new(Read);

    public static TheoryData<string, string> Mistaken
    {
        get
        {
            TheoryData<string, string> rows = [];
            foreach ((Example example, string? mistake, _) in Cases.Value.Where(row => row.Mistake is not null))
            {
                rows.Add(example.Name, mistake!);
            }

            return rows;
        }
    }

    [Theory]
    [InlineData("square")]
    [InlineData("narrow")]
    [InlineData("batch")]
    [InlineData("deep")]
    [InlineData("sum")]
    public void Of_RightAnswers_FindsNothingWrong(string name)
    {
        CheckReport report = Check(name, null);

        Assert.True(report.AllRight, report.FirstWrong?.Name);
        Assert.Empty(report.Diagnoses);
    }

    [Theory]
    [MemberData(nameof(Mistaken))]
    public void Of_AnswersWithOneMistake_NamesItAndNoOther(string name, string mistake)
    {
        CheckReport report = Check(name, mistake);

        Diagnosis diagnosis = Assert.Single(report.Diagnoses);
        Assert.Equal(Fit.ToTheDigit, diagnosis.Fit);
        Assert.Equal(report.FirstWrong, diagnosis.Number);
        Finding[] best = [.. diagnosis.Findings.Where((finding, i) => i == 0 || finding.IsAlike)];
        Assert.Contains(mistake, best.Select(finding => Assert.Single(finding.Edits).Mistake?.Title));
        Assert.Equal(report.Count(Verdict.Wrong) - 1, best[0].Explains.Count);
        Assert.Empty(best[0].Contradicts);
    }

    private static CheckReport Check(string name, string? mistake)
    {
        (Example example, _, IReadOnlyList<GivenAnswer> answers) = Cases.Value.Single(row => row.Example.Name == name && row.Mistake == mistake);
        return AnswerCheck.Of(example, answers);
    }

    private static List<(Example Example, string? Mistake, IReadOnlyList<GivenAnswer> Answers)> Read()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Checking", "mistaken_answers.json")));
        return
        [
            .. document.RootElement.EnumerateArray().Select(row => (
                ExampleFile.Parse(row.GetProperty("example").GetRawText(), "example"),
                row.GetProperty("mistake").GetString(),
                Answers.Parse(row.GetProperty("answers").GetRawText(), "answers"))),
        ];
    }
}
