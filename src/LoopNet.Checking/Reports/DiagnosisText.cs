using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>Writes what may be behind one wrong number.</summary>
internal sealed class DiagnosisText(CheckReport report, TextWriter output)
{
    private const int FewDigits = 3;
    private const int MostOthers = 6;
    private const double Near = 0.05;
    private const string Indent = "    ";

    private readonly HashSet<Mistake> _told = [];
    private readonly MistakeNumbers _numbers = new(report);

    /// <summary>Writes all diagnoses; numbers in a row that are given, or that nothing fits, are written together.</summary>
    public void Write()
    {
        int next = 0;
        while (next < report.Diagnoses.Count)
        {
            Diagnosis diagnosis = report.Diagnoses[next];
            bool together = diagnosis.Fit is Fit.Given or Fit.None;
            Diagnosis[] block = together ? [.. report.Diagnoses.Skip(next).TakeWhile(other => other.Fit == diagnosis.Fit)] : [diagnosis];
            next += block.Length;
            output.WriteLine();
            Write(block);
        }
    }

    private void Write(Diagnosis[] block)
    {
        JudgedNumber[] numbers = [.. block.Select(diagnosis => diagnosis.Number)];
        switch (block[0].Fit)
        {
            case Fit.ToTheDigit:
                WriteFound(block[0]);
                break;
            case Fit.Nearest:
                WriteNearest(block[0]);
                break;
            case Fit.Given:
                string copy = numbers.Length == 1 ? "this number is given; copy it" : "these numbers are given; copy them";
                output.WriteLine($"{Words.Names(numbers)}: {copy} again from the example.");
                break;
            default:
                WriteUnfitted(numbers);
                break;
        }
    }

    private void WriteUnfitted(JudgedNumber[] numbers)
    {
        if (numbers.Length == 1)
        {
            output.WriteLine($"{Subject(numbers[0])}: none of the known mistakes fits.");
            WriteDistance(numbers[0]);
        }
        else
        {
            output.WriteLine($"None of the known mistakes fits {Words.Count(numbers.Length, "number")}: {Words.Names(numbers)}.");
        }

        output.WriteLine($"{Indent}Look for a slip in the arithmetic or in copying.");
    }

    private void WriteFound(Diagnosis diagnosis)
    {
        Finding best = diagnosis.Findings[0];
        output.WriteLine(Invariant($"Mistake {_numbers.Of(diagnosis)}{Again(diagnosis)}: {Named(best)}."));
        WriteExplanations(best);
        string both = best.Mistakes.Count > 1 ? "Both together give" : "It gives";
        output.WriteLine($"{Indent}{both} {Words.Number(best.Value)} for {diagnosis.Number.Name}, where you wrote {Words.Literal(diagnosis.Number)}{Circumstances(best)}.");
        WriteReach(best);
        WriteOthers(diagnosis);
    }

    private void WriteNearest(Diagnosis diagnosis)
    {
        Finding best = diagnosis.Findings[0];
        output.WriteLine($"{Subject(diagnosis.Number)}: no known mistake gives it to the digit.");
        output.WriteLine($"{Indent}The nearest is: {Named(best)}.");
        output.WriteLine($"{Indent}It gives {Words.Number(best.Value)}, which is {Words.Percent(best.OffBy)} from what you wrote{Circumstances(best)}.");
        WriteDistance(diagnosis.Number);
        WriteExplanations(best);
    }

    // A mistake is explained where it is named first.
    private void WriteExplanations(Finding finding)
    {
        foreach (Variant variant in finding.Mistakes.Where(variant => _told.Add(variant.Mistake)))
        {
            Mistake mistake = variant.Mistake;
            foreach (string sentence in Words.Sentences(mistake.Explanation))
            {
                output.WriteLine($"{Indent}{sentence}");
            }

            output.WriteLine($"{Indent}  right  {mistake.Right}  ({mistake.Equation})");
            output.WriteLine($"{Indent}  wrong  {variant.Wrong}");
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
            (_, 0) => Invariant($"It gives none of the {others} other wrong numbers."),
            (2, 2) => $"It gives both other wrong numbers too: {Words.Names(best.Explains)}.",
            _ when best.Explains.Count == others => Invariant($"It gives all {others} other wrong numbers too: {Words.Names(best.Explains)}."),
            _ => Invariant($"It gives {best.Explains.Count} of the {others} other wrong numbers too: {Words.Names(best.Explains)}."),
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
            output.WriteLine(Invariant($"{Indent}It is given by {others.Length - MostOthers} more, which explain no more than these."));
        }

        if (others.Length > 0 && diagnosis.Number.Asked.Written.SignificantDigits <= FewDigits)
        {
            output.WriteLine($"{Indent}Few digits fit many mistakes: write more of them, and fewer will fit.");
        }
    }

    private void WriteDistance(JudgedNumber number)
    {
        double off = Math.Abs(number.Asked.Written.Value - number.Right) / Math.Max(Math.Abs(number.Right), double.Epsilon);
        if (off <= Near)
        {
            output.WriteLine($"{Indent}It is {Words.Percent(off)} from the right number.");
        }
    }

    // Where a mistake was named before, in another step or sample, or at another number.
    private string Again(Diagnosis diagnosis)
    {
        Diagnosis first = _numbers.First(diagnosis);
        NumberName then = first.Number.Asked.Name;
        NumberName now = diagnosis.Number.Asked.Name;
        string place = now.Step != then.Step ? Invariant($"in step {now.Step}") : now.Sample is int sample && sample != then.Sample ? Invariant($"in sample {sample}") : $"at {diagnosis.Number.Name}";
        return diagnosis == first ? "" : $" again, {place}";
    }

    private string Subject(JudgedNumber number)
    {
        return number == report.FirstWrong ? $"What is behind {number.Name}" : $"{number.Name}, where you wrote {Words.Literal(number)} and {Words.Number(number.Right)} is right";
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
