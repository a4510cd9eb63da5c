using LoopNet.Checking;

namespace LoopNet.Tests.Checking;

/// <summary>Every known mistake is named from answers that were calculated with it.</summary>
public class MistakeNamingTests
{
    private const int Steps = 2;
    private const int FewestShapes = 4;
    private const int FewDigits = 4;

    // Ways to make a mistake in an example; in every further example, other ones.
    private static readonly int MostWays = FullRun.Count(usual: 2, full: 8);

    public static TheoryData<string, int> MistakesAndDigits
    {
        get
        {
            TheoryData<string, int> rows = [];
            int[] digits = [4, 6, 9];
            foreach ((int index, Mistake mistake) in Catalogue.All.Index())
            {
                foreach (int count in FullRun.IsAskedFor ? digits : [digits[index % digits.Length]])
                {
                    rows.Add(mistake.Title, count);
                }
            }

            return rows;
        }
    }

    public static TheoryData<string> Examples => [.. CheckedExamples.Names];

    // In every example that the mistake changes, some ways to make it, other ones in the next example: what is named is that
    // mistake, or one that gives the very same numbers, and nothing else besides.
    [Theory]
    [MemberData(nameof(MistakesAndDigits))]
    public void Of_AnswersWithAMistake_NamesItInEveryShape(string title, int digits)
    {
        Mistake mistake = Catalogue.All.Single(known => known.Title == title);
        HashSet<string> shapes = [];
        foreach (string name in CheckedExamples.Names)
        {
            Example example = CheckedExamples.Read(name);
            Edit[] ways = [.. mistake.Edits(example)];
            int stride = 1 + (ways.Length / MostWays);
            foreach (Edit variant in ways.Where((_, i) => i % stride == shapes.Count % stride))
            {
                CheckReport report = AnswerCheck.Of(example, Learner.Answers(example, [variant], Steps, Learner.Digits(digits)));
                if (!report.AllRight && !IsZeroAlone(report))
                {
                    AssertNamed(report, variant, name);
                    shapes.Add(name);
                }
            }
        }

        Assert.True(shapes.Count >= FewestShapes, $"{title} shows in {string.Join(", ", shapes)} only");
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Of_RightAnswers_AccusesNobody(string name)
    {
        Example example = CheckedExamples.Read(name);
        foreach (int digits in new[] { 1, 2, 3, 4, 6, 9, 12, 17 })
        {
            CheckReport report = AnswerCheck.Of(example, Learner.Answers(example, [], Steps, Learner.Digits(digits)));

            Assert.True(report.AllRight, $"{digits} digits: {report.FirstWrong?.Name} {report.FirstWrong?.Literal} for {report.FirstWrong?.Right:R}");
            Assert.Empty(report.Diagnoses);
            Assert.Equal(0, report.Count(Verdict.LastDigit) + report.Count(Verdict.TooCoarse));
        }
    }

    [Fact]
    public void Of_AThousandRightAnswers_CallsNoneWrong()
    {
        SeededRandom random = new(7, "right answers");
        IReadOnlyList<string> names = CheckedExamples.Names;
        for (int i = 0; i < 1000; i++)
        {
            Example example = CheckedExamples.Read(names[random.NextIndex(names.Count)]);
            int digits = 3 + random.NextIndex(15);
            List<GivenAnswer> all = Learner.Answers(example, [], Steps, Learner.Digits(digits));
            GivenAnswer answer = all[random.NextIndex(all.Count)];

            JudgedNumber judged = Assert.Single(AnswerCheck.Of(example, [answer]).Numbers);

            Assert.True(judged.Verdict is Verdict.Exact or Verdict.Rounded, $"{example.Name} {judged.Name}: {judged.Literal} for {judged.Right:R} is {judged.Verdict}");
        }
    }

    // A single 0 is no sign of any mistake.
    private static bool IsZeroAlone(CheckReport report)
    {
        return report.Count(Verdict.Wrong) == 1 && report.FirstWrong!.Asked.Written.SignificantDigits == 0;
    }

    private static void AssertNamed(CheckReport report, Edit made, string example)
    {
        string told = $"{example}: {made}: {string.Join("; ", report.Diagnoses.Select(told => $"{told.Number.Name} {told.Number.Literal}: {told.Fit} {told.Findings.Select(finding => finding.Edits.Count > 0 ? $"{finding.Edits[0]}" : finding.Text).FirstOrDefault()}"))}";
        Assert.True(report.Diagnoses.Count == 1, told);
        Diagnosis diagnosis = report.Diagnoses[0];
        Assert.True(diagnosis.Number == report.FirstWrong && diagnosis.Findings.Count > 0, told);
        bool named = diagnosis.Findings.Any(finding => finding.Edits.Count == 1 && finding.Edits[0].Mistake == made.Mistake);
        bool givesTheSame = diagnosis.Findings[0].Edits.Count == 1 && diagnosis.Fit == Fit.ToTheDigit;
        Assert.True(named || givesTheSame, told);

        // Few digits may leave several accounts open; with more there is one.
        bool fewDigits = report.FirstWrong!.Asked.Written.SignificantDigits <= FewDigits;
        Assert.True(diagnosis.Fit == Fit.ToTheDigit || fewDigits, told);
        Assert.True(diagnosis.Findings[0].Contradicts.Count == 0 && diagnosis.Findings[0].Explains.Count == report.Count(Verdict.Wrong) - 1, told);
    }
}
