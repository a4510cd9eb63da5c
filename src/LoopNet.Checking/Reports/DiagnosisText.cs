using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>Writes what may be behind the wrong numbers.</summary>
internal sealed class DiagnosisText(CheckReport report, TextWriter output)
{
    private const int MostOthers = 4;
    private const double Near = 0.05;
    private const string Indent = "   ";

    private readonly HashSet<Mistake> _told = [];
    private readonly FindingNumbers _numbers = new(report);
    private readonly FormulaWriter _writer = new(report.Names);

    /// <summary>Writes all diagnoses; numbers in a row that are given, or that nothing fits, are written together.</summary>
    public void Write()
    {
        int next = 0;
        while (next < report.Diagnoses.Count)
        {
            Diagnosis diagnosis = report.Diagnoses[next];
            bool together = diagnosis.Findings.Count == 0;
            Diagnosis[] block = together ? [.. report.Diagnoses.Skip(next).TakeWhile(other => other.Fit == diagnosis.Fit)] : [diagnosis];
            next += block.Length;
            output.WriteLine();
            Write(block);
        }

        WriteCancelling();
    }

    // Two wrong factors of the output layer, such as a - y for dL/da and 1 for da/dz, whose product is right.
    private void WriteCancelling()
    {
        int last = report.Example.Network.Layers.Length;
        JudgedNumber[] Of(TensorKind kind) => [.. report.Numbers.Where(number => number.Asked.Tensor.Kind == kind && number.Asked.Tensor.Layer == last)];
        (JudgedNumber[] gradients, JudgedNumber[] derivatives, JudgedNumber[] products) = (Of(TensorKind.dL_da), Of(TensorKind.da_dz), Of(TensorKind.dL_dz));
        bool isRight = products.Length > 0 && Array.TrueForAll(products, number => number.Verdict != Verdict.Wrong);
        if (isRight && Array.Exists(gradients, number => number.Verdict == Verdict.Wrong) && Array.Exists(derivatives, number => number.Verdict == Verdict.Wrong))
        {
            string[] symbols = [Symbol(gradients[0]), Symbol(derivatives[0]), Symbol(products[0])];
            output.WriteLine();
            output.WriteLine($"Your {symbols[0]} and {symbols[1]} are both not those of this loss; their product, {symbols[2]}, is right.");
        }
    }

    private void Write(Diagnosis[] block)
    {
        JudgedNumber[] numbers = [.. block.Select(diagnosis => diagnosis.Number)];
        switch (block[0].Fit)
        {
            case Fit.Given:
                string copy = numbers.Length == 1 ? "this number is given; copy it" : "these numbers are given; copy them";
                output.WriteLine($"{Words.Names(numbers)}: {copy} again from the example.");
                break;
            case Fit.None:
                WriteUnfitted(numbers);
                break;
            case Fit.Several:
                WriteSeveral(block[0]);
                break;
            default:
                WriteFound(block[0]);
                break;
        }
    }

    private void WriteFound(Diagnosis diagnosis)
    {
        Finding best = diagnosis.Findings[0];
        switch (best.Kind)
        {
            case FindingKind.Convention:
                output.WriteLine(best.Text);
                output.WriteLine($"In that convention {Are(diagnosis)} right.");
                break;
            case FindingKind.Rounding when report.AllRight:
                output.WriteLine($"From your rounded numbers {Are(diagnosis)} right. Carry more digits, and the last digits will be right too.");
                if (best.Text.Length > 0)
                {
                    output.WriteLine(best.Text);
                }

                break;
            case FindingKind.Slip:
                WriteSlip(diagnosis, best);
                break;
            default:
                WriteChange(diagnosis, best);
                break;
        }
    }

    private void WriteSlip(Diagnosis diagnosis, Finding slip)
    {
        JudgedNumber number = diagnosis.Number;
        output.WriteLine(Invariant($"{_numbers.Of(diagnosis)}. A slip at {number.Called}: {slip.Text}."));
        string calculated = number.Right == slip.Value ? "right" : "what your other numbers give";
        output.WriteLine($"{Indent}You wrote {Words.Literal(number)}; {Words.Number(number.Shown(slip.Value))} is {calculated}.");
    }

    private void WriteChange(Diagnosis diagnosis, Finding best)
    {
        output.WriteLine(Invariant($"{_numbers.Of(diagnosis)}. {Named(diagnosis, best)}{Again(diagnosis)}."));
        string both = best.Edits.Count > 1 ? "Both together give" : "It gives";
        string own = best.FromOwnNumbers ? ", from your own earlier numbers" : "";
        output.WriteLine($"{Indent}{both} {Words.Number(diagnosis.Number.Shown(best.Value))} for {diagnosis.Number.Called}, where you wrote {Words.Literal(diagnosis.Number)}{own}{Reach(best)}.");
        foreach (Edit edit in best.Edits)
        {
            WriteEquations(diagnosis, edit);
        }

        if (best.Contradicts.Count > 0)
        {
            string speak = best.Contradicts.Count == 1 ? "1 of your right numbers speaks" : $"{best.Contradicts.Count} of your right numbers speak";
            output.WriteLine($"{Indent}{speak} against this: it was made in some places only.");
        }

        foreach (Finding alike in diagnosis.Findings.Skip(1).Where(finding => finding.IsAlike))
        {
            output.WriteLine($"{Indent}Nothing you gave tells it from this one: {Named(diagnosis, alike)}.");
        }
    }

    private void WriteEquations(Diagnosis diagnosis, Edit edit)
    {
        // A mistake is explained where it is named first.
        if (edit.Mistake is not null && !_told.Add(edit.Mistake))
        {
            return;
        }

        output.WriteLine($"{Indent}  you have  {Own(diagnosis, edit.WrongHere)}");
        output.WriteLine($"{Indent}  right is  {Own(diagnosis, edit.RightHere)}  ({edit.Equation})");
        if (edit.Mistake is Mistake mistake)
        {
            foreach (string sentence in Words.Sentences(mistake.Explanation))
            {
                output.WriteLine($"{Indent}{sentence}");
            }

            if (report.Example.Network.Loss is SquaredError { IsStandard: true } && (mistake == LossFactor.Mistake || mistake == GradientFactor.Mistake))
            {
                output.WriteLine($"{Indent}If your loss is sum-of-squares, without the 1/2, it is another loss than the {report.Example.Network.Loss.Name} of this example: the example has to name it.");
            }

            output.WriteLine($"{Indent}More: {Words.Link(mistake)}");
        }
    }

    private void WriteSeveral(Diagnosis diagnosis)
    {
        output.WriteLine(Invariant($"{_numbers.Of(diagnosis)}. What is behind {diagnosis.Number.Called}? These digits do not tell between"));
        Finding[] changes = [.. diagnosis.Findings.Where(finding => finding.Kind != FindingKind.Slip)];
        foreach (Finding finding in changes.Take(MostOthers))
        {
            output.WriteLine($"{Indent}- {Named(diagnosis, finding)},");
        }

        Finding? slip = diagnosis.Findings.FirstOrDefault(finding => finding.Kind == FindingKind.Slip);
        int more = changes.Length - MostOthers;
        output.WriteLine($"{Indent}- {(more > 0 ? $"{Words.Count(more, "other")} like these, " : "")}and a slip in this number{(slip is null ? "" : $": {slip.Text}")}.");
        output.WriteLine($"{Indent}Write more digits, or more of the numbers on the way.");
    }

    private void WriteUnfitted(JudgedNumber[] numbers)
    {
        if (numbers.Length == 1)
        {
            output.WriteLine($"{numbers[0].Called}: nothing that is known gives {Words.Literal(numbers[0])}; {Words.Number(numbers[0].Shown(numbers[0].Right))} is right.");
            double off = Math.Abs(numbers[0].Asked.Written.Value - numbers[0].Right) / Math.Max(Math.Abs(numbers[0].Right), double.Epsilon);
            string far = off <= Near ? $" It is {Words.Percent(off)} from the right number." : "";
            output.WriteLine($"{Indent}Look for a slip in the arithmetic or in copying.{far}");
            return;
        }

        foreach (IGrouping<string, JudgedNumber> tensor in numbers.GroupBy(number => number.Asked.Name.Symbol, StringComparer.Ordinal))
        {
            JudgedNumber[] wrong = [.. tensor];
            string? equation = wrong[0].Asked.Tensor.Equation;
            string way = equation is null ? "" : $" ({equation})";
            if (wrong.Length == 1)
            {
                output.WriteLine($"{wrong[0].Called}: nothing that is known gives {Words.Literal(wrong[0])}. Look for a slip, or check its equation{way}.");
            }
            else
            {
                output.WriteLine($"Your way to {Symbol(wrong[0])} differs{way} at {Words.Names(wrong)}: check that equation.{CommonFactor(wrong)}");
            }
        }
    }

    // What all numbers of a tensor have in common is a clue.
    private static string CommonFactor(JudgedNumber[] numbers)
    {
        double[] ratios = [.. numbers.Where(number => number.Expected != 0.0).Select(number => number.Asked.Written.Value / number.Expected)];
        bool common = ratios.Length > 1 && Math.Abs(ratios[0] - 1.0) > Near && ratios.All(ratio => Math.Abs(ratio - ratios[0]) <= 0.002 * Math.Abs(ratios[0])) && ratios[0] != 0.0;
        bool signs = ratios.Length > 1 && ratios.All(ratio => ratio < 0.0);
        return common ? $" Each is {Words.Number(ratios[0])} times the right number." : signs ? " Each has the other sign." : "";
    }

    private string Reach(Finding best)
    {
        int others = report.Numbers.Count(number => number.IsWrongItself || best.Explains.Contains(number)) - 1;
        return (others, best.Explains.Count) switch
        {
            ( <= 0, _) or (_, 0) => "",
            (_, int given) when given >= others => given == 1 ? ", and the other wrong number" : Invariant($", and all {given} other wrong numbers"),
            (_, int given) => $", and {Words.Count(given, "other wrong number")}",
        };
    }

    // Where a mistake was named before, in another step or sample, or at another number.
    private string Again(Diagnosis diagnosis)
    {
        Diagnosis first = _numbers.First(diagnosis);
        NumberName then = first.Number.Asked.Name;
        NumberName now = diagnosis.Number.Asked.Name;
        string place = now.Step != then.Step ? Invariant($"in step {now.Step}") : now.Sample is int sample && sample != then.Sample ? Invariant($"in sample {sample}") : $"at {diagnosis.Number.Called}";
        return diagnosis == first ? "" : $", again {place}";
    }

    private static string Are(Diagnosis diagnosis)
    {
        JudgedNumber[] numbers = [diagnosis.Number, .. diagnosis.Findings[0].Explains];
        return numbers.Length == 1 ? $"{numbers[0].Called} is" : $"{Words.Names(numbers)} are";
    }

    private string Named(Diagnosis diagnosis, Finding finding)
    {
        return string.Join("; and ", finding.Edits.Select(edit => edit.Mistake is null ? Changed(diagnosis, edit) : Own(diagnosis, edit.ToString())));
    }

    private string Changed(Diagnosis diagnosis, Edit edit)
    {
        string where = edit.Where.Length == 0 ? "" : $", {Own(diagnosis, edit.Where)}";
        return $"Another equation in place of {edit.Equation}{where}: {Own(diagnosis, edit.WrongHere)}";
    }

    // A formula in the names of the report.
    private string Own(Diagnosis diagnosis, string formula)
    {
        NumberName name = diagnosis.Number.Asked.Name;
        return _writer.Sentence(formula, name.Step, name.Sample);
    }

    private string Symbol(JudgedNumber number)
    {
        NumberName name = number.Asked.Name;
        return _writer.Sentence(name.Symbol, name.Step, name.Sample);
    }
}
