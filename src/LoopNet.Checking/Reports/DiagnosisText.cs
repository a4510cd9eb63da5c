namespace LoopNet.Checking;

/// <summary>Writes what may be behind one wrong number.</summary>
internal sealed class DiagnosisText(CheckReport report, TextWriter output)
{
    private const int FewDigits = 3;
    private const int MostOthers = 6;
    private const string Indent = "    ";

    private readonly HashSet<Mistake> _told = [];
    private int _mistakes;

    /// <summary>Writes the next diagnosis.</summary>
    public void Write(Diagnosis diagnosis)
    {
        output.WriteLine();
        switch (diagnosis.Fit)
        {
            case Fit.ToTheDigit:
                WriteFound(diagnosis);
                break;
            case Fit.Nearest:
                WriteNearest(diagnosis);
                break;
            case Fit.Given:
                output.WriteLine($"{diagnosis.Number.Name}: this number is given; copy it again from the example.");
                break;
            default:
                output.WriteLine($"{Subject(diagnosis.Number)}: none of the known mistakes fits.");
                WriteSlip(diagnosis.Number);
                break;
        }
    }

    private void WriteFound(Diagnosis diagnosis)
    {
        Finding best = diagnosis.Findings[0];
        _mistakes++;
        output.WriteLine($"Mistake {_mistakes}: {Named(best)}.");
        WriteExplanations(best);
        string both = best.Mistakes.Count > 1 ? "Both together give" : "It gives";
        output.WriteLine($"{Indent}{both} {Words.Number(best.Value)} for {diagnosis.Number.Name}, where you wrote {diagnosis.Number.Literal}{Circumstances(best)}.");
        WriteReach(best);
        WriteOthers(diagnosis);
    }

    private void WriteNearest(Diagnosis diagnosis)
    {
        Finding best = diagnosis.Findings[0];
        output.WriteLine($"{Subject(diagnosis.Number)}: no known mistake gives it to the digit.");
        output.WriteLine($"{Indent}The nearest is: {Named(best)}.");
        output.WriteLine($"{Indent}It gives {Words.Number(best.Value)}, which is {Words.Percent(best.OffBy)} from what you wrote{Circumstances(best)}.");
        WriteExplanations(best);
        WriteSlip(diagnosis.Number);
    }

    // A mistake is explained where it is named first.
    private void WriteExplanations(Finding finding)
    {
        foreach (Mistake mistake in finding.Mistakes.Select(variant => variant.Mistake).Where(_told.Add))
        {
            foreach (string sentence in Words.Sentences(mistake.Explanation))
            {
                output.WriteLine($"{Indent}{sentence}");
            }

            output.WriteLine($"{Indent}  right  {mistake.Right}  ({mistake.Equation})");
            output.WriteLine($"{Indent}  wrong  {mistake.Wrong}");
            output.WriteLine($"{Indent}  more   {Words.Link(mistake)}");
        }
    }

    private void WriteReach(Finding best)
    {
        int others = report.Count(Verdict.Wrong) - 1;
        string? reach = (others, best.Explains.Count) switch
        {
            (0, _) => null,
            (1, 0) => "It does not give the other wrong number.",
            (1, 1) => $"It gives the other wrong number too: {Words.Names(best.Explains)}.",
            (_, 0) => $"It gives none of the {others} other wrong numbers.",
            _ when best.Explains.Count == others => $"It gives all {others} other wrong numbers too: {Words.Names(best.Explains)}.",
            _ => $"It gives {best.Explains.Count} of the {others} other wrong numbers too: {Words.Names(best.Explains)}.",
        };
        if (reach is not null)
        {
            output.WriteLine($"{Indent}{reach}");
        }

        if (best.Contradicts.Count > 0)
        {
            string are = best.Contradicts.Count == 1 ? "is" : "are";
            output.WriteLine($"{Indent}Made throughout, it would spoil {Words.Names(best.Contradicts)}, which {are} right: it was made in some places only.");
        }
    }

    private void WriteOthers(Diagnosis diagnosis)
    {
        Finding[] others = [.. diagnosis.Findings.Skip(1).Where(finding => !finding.IsAlike)];
        foreach (Finding finding in diagnosis.Findings.Skip(1).Where(finding => finding.IsAlike))
        {
            output.WriteLine($"{Indent}Nothing you gave tells it from this one: {Linked(finding)}.");
        }

        foreach (Finding finding in others.Take(MostOthers))
        {
            string too = finding.Explains.Count == 0 ? "but no other wrong number" : $"and {Words.Count(finding.Explains.Count, "other wrong number")}";
            output.WriteLine($"{Indent}{diagnosis.Number.Name} is also given by: {Linked(finding)}, {too}.");
        }

        if (others.Length > MostOthers)
        {
            output.WriteLine($"{Indent}It is given by {others.Length - MostOthers} more, which explain no more than these.");
        }

        if (others.Length > 0 && diagnosis.Number.Asked.Written.SignificantDigits <= FewDigits)
        {
            output.WriteLine($"{Indent}Few digits fit many mistakes: write more of them, and fewer will fit.");
        }
    }

    private void WriteSlip(JudgedNumber number)
    {
        double off = Math.Abs(number.Asked.Written.Value - number.Right) / Math.Max(Math.Abs(number.Right), double.Epsilon);
        string near = off <= 0.05 ? $"It is {Words.Percent(off)} from the right number. " : "";
        output.WriteLine($"{Indent}{near}Look for a slip in the arithmetic or in copying.");
    }

    private string Subject(JudgedNumber number)
    {
        return number == report.FirstWrong ? $"What is behind {number.Name}" : $"{number.Name}, where you wrote {number.Literal} and {Words.Number(number.Right)} is right";
    }

    private static string Circumstances(Finding finding)
    {
        string own = finding.FromOwnNumbers ? ", calculated from your own earlier numbers" : "";
        string beside = finding.Beside.Count > 0 ? $", beside what is named above" : "";
        return $"{own}{beside}";
    }

    private static string Named(Finding finding) => string.Join("; and ", finding.Mistakes);

    private static string Linked(Finding finding) => string.Join("; and ", finding.Mistakes.Select(variant => $"{variant} ({Words.Link(variant.Mistake)})"));
}
