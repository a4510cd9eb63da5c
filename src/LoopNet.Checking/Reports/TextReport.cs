using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>Writes a report for people, to be read from top to bottom.</summary>
public static class TextReport
{
    private const int MostRows = 60;
    private const string Indent = "    ";

    /// <summary>Writes a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="output">Where it goes; lines end as the writer ends them.</param>
    /// <param name="width">The longest line of the table, in characters.</param>
    public static void Write(CheckReport report, TextWriter output, int width = FittedLines.StandardWidth)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        WriteSummary(report, output);
        output.WriteLine();
        WriteTable(report, output, width);
        if (!report.AllRight)
        {
            output.WriteLine();
            WriteFirstWrong(report, output);
        }

        DiagnosisText diagnoses = new(report, output);
        diagnoses.Write();
    }

    private static void WriteSummary(CheckReport report, TextWriter output)
    {
        int wrong = report.Count(Verdict.Wrong);
        int follow = report.Numbers.Count(number => number.Follows);
        string end = wrong == 0 ? "no number is wrong" : $"{Words.Count(wrong, "number")} {(wrong == 1 ? "is" : "are")} wrong";
        output.WriteLine($"{report.Example.Name}: {Words.Count(report.Numbers.Count, "number")} checked, {end}");
        output.WriteLine();
        WriteCount(report, Verdict.Exact, "right to 12 digits and more, or as exact as it is written", output);
        WriteCount(report, Verdict.Rounded, "right to every written digit", output);
        WriteCount(report, Verdict.LastDigit, "one unit off in the last written digit, usually from rounding on the way", output);
        WriteCount(report, Verdict.TooCoarse, "rounded so far that no significant digit is left: neither right nor wrong", output);
        WriteCount(report, Verdict.CarriedOn, "right, given your own rounded numbers before it", output);
        WriteCount(report, Verdict.Convention, "right, in another convention", output);
        string follows = follow == 0 ? "another number" : Invariant($"another number; {follow} of them only because an earlier number is");
        WriteCount(report, Verdict.Wrong, follows, output);
    }

    private static void WriteCount(CheckReport report, Verdict verdict, string meaning, TextWriter output)
    {
        int count = report.Count(verdict);
        if (count > 0)
        {
            output.WriteLine(Invariant($"{count,6}  {Words.Of(verdict),-10}  {meaning}"));
        }
    }

    private static void WriteTable(CheckReport report, TextWriter output, int width)
    {
        bool all = report.Numbers.Count <= MostRows;
        JudgedNumber[] shown = [.. report.Numbers.Where(number => all || number.Verdict is not (Verdict.Exact or Verdict.Rounded)).Take(MostRows)];
        FindingNumbers findings = new(report);
        string[][] rows = [["number", "you wrote", "right", ""], .. shown.Select(number => Row(report, findings, number))];
        int[] widths = [.. Enumerable.Range(0, 4).Select(column => rows.Max(row => row[column].Length))];

        // A verdict that is too long for its line goes on below itself.
        string margin = new(' ', Math.Min(widths[0] + widths[1] + widths[2] + 6, width / 2));
        foreach (string[] row in rows)
        {
            string line = $"{row[0].PadRight(widths[0])}  {row[1].PadLeft(widths[1])}  {row[2].PadLeft(widths[2])}  {row[3]}".TrimEnd();
            foreach (string part in FittedLines.Of(line, width, margin))
            {
                output.WriteLine(part);
            }
        }

        if (shown.Length < report.Numbers.Count)
        {
            output.WriteLine(Invariant($"{report.Numbers.Count - shown.Length} more, not shown here; --json gives every one"));
        }
    }

    private static string[] Row(CheckReport report, FindingNumbers findings, JudgedNumber number)
    {
        string verdict = Words.Of(number.Verdict);
        if (number.Verdict == Verdict.Wrong)
        {
            string first = number == report.FirstWrong ? ", the first" : "";
            verdict = $"wrong{first}{Reason(report, findings, number)}";
        }

        return [number.Called, Words.Literal(number), Words.Number(number.Shown(number.Right)), verdict];
    }

    // The findings are counted as they are told below the table.
    private static string Reason(CheckReport report, FindingNumbers findings, JudgedNumber number)
    {
        foreach (Diagnosis diagnosis in report.Diagnoses.Where(diagnosis => diagnosis.Findings.Count > 0))
        {
            bool explained = diagnosis.Fit == Fit.ToTheDigit && diagnosis.Findings[0].Explains.Contains(number);
            if (diagnosis.Number == number || explained)
            {
                return Invariant($": see {findings.Of(diagnosis)}");
            }
        }

        return number.Follows ? ": follows from your earlier numbers" : "";
    }

    private static void WriteFirstWrong(CheckReport report, TextWriter output)
    {
        JudgedNumber first = report.FirstWrong!;
        output.WriteLine($"The first wrong number is {first.Called}.");
        output.WriteLine($"{Indent}you wrote  {Words.Literal(first)}");
        output.WriteLine($"{Indent}right is   {Words.Number(first.Shown(first.Right))}");
        string? equation = first.Asked.Tensor.Equation;
        if (equation is null)
        {
            output.WriteLine($"{Indent}{(first.Asked.Origin == NumberOrigin.Given ? "The example gives it." : "It is what the step before ended with.")}");
            return;
        }

        output.WriteLine($"{Indent}{equation,-3}  {report.Formula}");
        if (report.Derivation is Derivation derivation)
        {
            string margin = new(' ', derivation.Name.Length);
            for (int i = 0; i < derivation.Steps.Count; i++)
            {
                output.WriteLine($"{Indent}     {(i == 0 ? derivation.Name : margin)} = {derivation.Steps[i]}");
            }
        }
    }
}
