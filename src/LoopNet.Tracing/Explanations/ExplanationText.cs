namespace LoopNet.Tracing;

/// <summary>Writes an explanation as a tree: one number to a line, those that it comes from indented below it.</summary>
/// <param name="numbers">How numbers are written.</param>
/// <param name="width">The longest line, in characters; a number that is too long for one goes on below itself.</param>
public sealed class ExplanationText(Numbers numbers, int width = FittedLines.StandardWidth)
{
    private const string Step = "   ";

    private int _cut;

    /// <summary>The lines of an explanation.</summary>
    /// <param name="explanation">The explanation.</param>
    public IReadOnlyList<string> Lines(Explanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        List<string> lines = [];
        Add(lines, explanation, "", "");
        return lines;
    }

    /// <summary>What was not followed in the lines so far, as a sentence; null where all of it was.</summary>
    public string? Rest()
    {
        string marked = _cut == 1 ? "1 number marked ... is" : Invariant($"{_cut:N0} numbers marked ... are");
        return _cut == 0 ? null : $"{marked} not explained further: raise --depth, or ask for one of them.";
    }

    private void Add(List<string> lines, Explanation explanation, string margin, string below)
    {
        _cut += explanation.IsCut ? 1 : 0;
        int parts = explanation.Parts.Count;
        string rule = parts > 0 || explanation.LeftOut > 0 ? "|" : " ";
        lines.AddRange(Itself(explanation, margin, $"{below}{rule}"));
        for (int part = 0; part < parts; part++)
        {
            bool isLast = part == parts - 1 && explanation.LeftOut == 0;
            Add(lines, explanation.Parts[part], $"{below}{(isLast ? "`- " : "|- ")}", $"{below}{(isLast ? "   " : "|  ")}");
        }

        if (explanation.LeftOut > 0)
        {
            lines.Add(Invariant($"{below}`- ... {explanation.LeftOut:N0} more numbers of this sum"));
        }
    }

    // On one line where it fits, else each step on a line of its own.
    private IEnumerable<string> Itself(Explanation explanation, string margin, string below)
    {
        string ending = Ending(explanation);
        string line = $"{margin}{explanation.Name} = {string.Join(" = ", explanation.Steps)}{ending}";
        if (line.Length <= width)
        {
            return [line];
        }

        IEnumerable<string> steps = explanation.Steps.Select((step, place) => place == 0 ? $"{margin}{explanation.Name} = {step}" : $"{below}{Step}= {step}");
        string[] whole = [.. steps];
        whole[^1] += ending;
        return whole.SelectMany(step => FittedLines.Of(step, width, $"{below}{Step}  "));
    }

    private string Ending(Explanation explanation)
    {
        List<string> remarks = [];
        if (explanation.Equation is not null && !explanation.IsKnown)
        {
            remarks.Add(explanation.Equation);
        }

        if (explanation.IsKnown)
        {
            remarks.Add("above");
        }
        else if (explanation.Remark is not null)
        {
            remarks.Add(explanation.Remark);
        }

        if (explanation.Numeric is NumericGradient numeric)
        {
            remarks.Add(numeric.Value is double value
                ? Invariant($"by differences {numbers.Write(value)}, relative error {numeric.RelativeError:0.0e+00}")
                : "no difference across a kink");
        }

        string cut = explanation.IsCut ? " ..." : "";
        return remarks.Count == 0 ? cut : $"   ({string.Join("; ", remarks)}){cut}";
    }
}
