using System.Globalization;
using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>A report for the page of a trace: the answers beside the right numbers, and what was found.</summary>
public static class PageReport
{
    /// <summary>Writes the page of the steps that the answers reach, with the answers in it.</summary>
    /// <param name="report">The report.</param>
    /// <param name="output">Where the page goes.</param>
    public static void Write(CheckReport report, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        TextOptions options = new() { Notation = report.Names.Notation, Names = report.Names.Shown };
        int steps = report.Numbers.Max(number => number.Asked.Name.Step);
        if (!TraceFiles.FitsPage(report.Example, steps))
        {
            throw new CheckException(Invariant($"The answers reach step {steps} of {report.Example.Name}, and a page of so many steps would be too long"));
        }

        TraceFiles.WritePage(output, report.Example, steps, options, Of(report));
    }

    private static PageAnswers Of(CheckReport report)
    {
        using StringWriter text = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        new DiagnosisText(report, text).Write();
        return new PageAnswers([.. report.Numbers.Select(Of)], report.FirstWrong?.Asked.Name, text.ToString().Trim('\n').Split('\n'));
    }

    private static PageAnswer Of(JudgedNumber number)
    {
        (PageJudgement judgement, string words) = number switch
        {
            { Follows: true } => (PageJudgement.Follows, "follows from your earlier numbers"),
            { Verdict: Verdict.Wrong } => (PageJudgement.Wrong, $"wrong; right is {Words.Number(number.Shown(number.Right))}"),
            _ => (PageJudgement.Right, Words.Of(number.Verdict)),
        };
        return new PageAnswer(number.Asked.Name, Words.Literal(number), judgement, words);
    }
}
