namespace LoopNet.Checking;

/// <summary>Writes what may be behind one wrong number.</summary>
internal static class DiagnosisText
{
    private const int FewDigits = 3;
    private const int MostOthers = 6;
    private const string Indent = "    ";

    public static void Write(CheckReport report, int index, TextWriter output)
    {
        Diagnosis diagnosis = report.Diagnoses[index];
        JudgedNumber number = diagnosis.Number;
        string heading = number == report.FirstWrong ? "The mistake behind it" : $"Then {number.Name}, where you wrote {number.Literal} and right is {Words.Number(number.Right)}";
        if (diagnosis.Fit == Fit.None)
        {
            output.WriteLine(number == report.FirstWrong
                ? "No known mistake gives this number, or comes within 5 % of it."
                : $"{heading}: no known mistake gives this number, or comes within 5 % of it.");
            output.WriteLine($"{Indent}{Nearby(number)}");
            return;
        }

        Finding best = diagnosis.Findings[0];
        string named = string.Join(", and ", best.Mistakes.Select(mistake => mistake.ToString()));
        output.WriteLine(diagnosis.Fit == Fit.Nearest
            ? $"{heading}: no known mistake gives it to the digit. The nearest is: {named}."
            : $"{heading}: {named}.");
        foreach (Variant mistake in best.Mistakes.Where(mistake => !IsTold(report, index, mistake.Mistake)))
        {
            WriteMistake(mistake.Mistake, output);
        }

        output.WriteLine($"{Indent}{Gives(diagnosis, best, report)}");
        WriteContradictions(best, output);
        WriteOthers(diagnosis, output);
    }

    // A mistake is explained where it is named first.
    private static bool IsTold(CheckReport report, int index, Mistake mistake)
    {
        return report.Diagnoses.Take(index).Any(diagnosis => diagnosis.Findings.Count > 0 && diagnosis.Findings[0].Mistakes.Any(told => told.Mistake == mistake));
    }

    private static void WriteMistake(Mistake mistake, TextWriter output)
    {
        foreach (string sentence in Words.Sentences(mistake.Explanation))
        {
            output.WriteLine($"{Indent}{sentence}");
        }

        output.WriteLine($"{Indent}right  {mistake.Right}  ({mistake.Equation})");
        output.WriteLine($"{Indent}wrong  {mistake.Wrong}");
        output.WriteLine($"{Indent}see    {Words.Link(mistake)}");
    }

    private static string Gives(Diagnosis diagnosis, Finding best, CheckReport report)
    {
        string both = best.Mistakes.Count > 1 ? "Both together give" : "It gives";
        string from = best.FromOwnNumbers ? ", from your own earlier numbers" : "";
        string beside = best.Beside.Count > 0 ? $", together with what was found above" : "";
        string near = diagnosis.Fit == Fit.Nearest ? $", {Words.Percent(best.OffBy)} from yours" : "";
        int others = report.Count(Verdict.Wrong) - 1;
        string explains = (others, best.Explains.Count) switch
        {
            (0, _) => "",
            (_, 0) => others == 1 ? " It does not give the other wrong number." : $" It gives none of the {others} other wrong numbers.",
            (1, 1) => $" It gives the other wrong number too: {Words.Names(best.Explains)}.",
            _ when best.Explains.Count == others => $" It gives all {others} other wrong numbers too: {Words.Names(best.Explains)}.",
            _ => $" It gives {best.Explains.Count} of the {others} other wrong numbers too: {Words.Names(best.Explains)}.",
        };
        return $"{both} {Words.Number(best.Value)} for {diagnosis.Number.Name}{from}{beside}{near}.{explains}";
    }

    private static void WriteContradictions(Finding best, TextWriter output)
    {
        if (best.Contradicts.Count > 0)
        {
            output.WriteLine($"{Indent}But with it {Words.Names(best.Contradicts)} would be wrong as well, and yours {(best.Contradicts.Count == 1 ? "is" : "are")} right: it may have been made in one place only.");
        }
    }

    private static void WriteOthers(Diagnosis diagnosis, TextWriter output)
    {
        Finding[] alike = [.. diagnosis.Findings.Skip(1).Where(finding => finding.IsAlike)];
        Finding[] others = [.. diagnosis.Findings.Skip(1).Where(finding => !finding.IsAlike)];
        foreach (Finding finding in alike)
        {
            output.WriteLine($"{Indent}The same numbers come out of: {Named(finding)}.");
        }

        foreach (Finding finding in others.Take(MostOthers))
        {
            string too = finding.Explains.Count == 0 ? "none of the others" : Words.Count(finding.Explains.Count, "other");
            output.WriteLine($"{Indent}This number alone is also given by: {Named(finding)} (explains {too}).");
        }

        if (others.Length > MostOthers)
        {
            output.WriteLine($"{Indent}And by {others.Length - MostOthers} more, which explain no more than these.");
        }

        if (others.Length > 0 && diagnosis.Number.Asked.Written.SignificantDigits <= FewDigits)
        {
            output.WriteLine($"{Indent}So many are possible because the number has few digits: write more of them, and fewer mistakes will fit.");
        }
    }

    private static string Named(Finding finding)
    {
        return string.Join(", and ", finding.Mistakes.Select(mistake => $"{mistake} ({Words.Link(mistake.Mistake)})"));
    }

    private static string Nearby(JudgedNumber number)
    {
        double off = Math.Abs(number.Asked.Written.Value - number.Expected) / Math.Max(Math.Abs(number.Expected), double.Epsilon);
        return off <= 0.05
            ? $"It is {Words.Percent(off)} from the right number: look for a slip in the arithmetic, or in copying."
            : "Look for a slip in the arithmetic or in copying, and compare your line with the one above.";
    }
}
