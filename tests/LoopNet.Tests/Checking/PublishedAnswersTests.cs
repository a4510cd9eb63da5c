using LoopNet.Checking;
using LoopNet.Tests.Data;

namespace LoopNet.Tests.Checking;

/// <summary>The wrong publications: the mistakes behind their printed numbers are named.</summary>
public class PublishedAnswersTests
{
    [Fact]
    public void Of_Mazur_NamesUpdatedWeightsAndAStepTooFew()
    {
        CheckReport report = Check("mazur", "mazur");

        Assert.Equal(["2/0/L", "10001/0/a2[0]", "10001/0/a2[1]", "10001/0/L"], Wrong(report));
        Assert.Equal(["2/0/L", "10001/0/L"], report.Diagnoses.Select(diagnosis => diagnosis.Number.Name));
        Assert.Equal([Fit.ToTheDigit, Fit.Several], report.Diagnoses.Select(diagnosis => diagnosis.Fit));
        Finding fossil = report.Diagnoses[0].Findings[0];
        Assert.Equal("Hidden gradients through updated weights", fossil.Edits[0].Mistake!.Title);
        Assert.Equal(["10001/0/a2[0]", "10001/0/a2[1]"], fossil.Explains.Select(number => number.Name));
        Finding step = report.Diagnoses[1].Findings[0];
        Assert.Equal("Number of another step or sample: of the step before", step.Edits[0].ToString());
    }

    [Fact]
    public void Of_PrakashJay_FindsTheSlipAndNamesSoftmaxWithoutExp()
    {
        CheckReport report = Check("answers/prakash-jay.example", "prakash-jay");

        Assert.Equal("z2[2]", report.FirstWrong!.Name);
        Assert.Equal("4.001", report.FirstWrong.Literal);
        Assert.Equal(4.004, report.FirstWrong.Right, 12);
        Assert.Equal(["z3[0]", "z3[1]", "z3[2]"], report.Numbers.Where(number => number.Verdict == Verdict.CarriedOn).Select(number => number.Name));
        Assert.Equal(["z2[2]", "a3[0]"], report.Diagnoses.Select(diagnosis => diagnosis.Number.Name));
        Assert.Equal(Fit.None, report.Diagnoses[0].Fit);
        Finding softmax = report.Diagnoses[1].Findings[0];
        Assert.Equal("Softmax without exp", softmax.Edits[0].Mistake!.Title);
        Assert.Equal(["a3[1]", "a3[2]"], softmax.Explains.Select(number => number.Name));
    }

    [Fact]
    public void Of_StevenMiller_NamesDivisionFromItsOwnNumbers()
    {
        CheckReport report = Check("answers/steven-miller.example", "steven-miller");

        Assert.Equal("z2[0]", report.FirstWrong!.Name);
        Diagnosis division = report.Diagnoses.Single(diagnosis => diagnosis.Findings.Count > 0 && diagnosis.Findings[0].Kind == FindingKind.Mistake);
        Assert.Equal("Division where the chain rule multiplies", division.Findings[0].Edits[0].Mistake!.Title);
        Assert.True(division.Findings[0].FromOwnNumbers);
        Assert.True(division.Findings[0].Explains.Count >= 4);
    }

    // Every answers file that is shipped can be checked against the example it names.
    [Fact]
    public void Folder_OfShippedAnswers_HoldsNothingElse()
    {
        string[] files = [.. Directory.GetFiles(Folder).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

        Assert.Equal(["mazur.json", "prakash-jay.example.json", "prakash-jay.json", "steven-miller.example.json", "steven-miller.json"], files);
    }

    private static string Folder => Path.Combine(ShippedExamples.Documents, "examples", "answers");

    private static string[] Wrong(CheckReport report) => [.. report.Numbers.Where(number => number.Verdict == Verdict.Wrong).Select(number => number.Name)];

    private static CheckReport Check(string example, string answers)
    {
        return AnswerCheck.Of(ShippedExamples.Read(example), Answers.Read(Path.Combine(Folder, $"{answers}.json")));
    }
}
