namespace LoopNet.Tracing;

/// <summary>Explains numbers of one example. What it has explained once, it names from then on.</summary>
/// <param name="tensors">The tensors of the example.</param>
/// <param name="options">How far and how.</param>
public sealed class Explainer(ExampleTensors tensors, ExplanationOptions options)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly NumericGradients _numeric = new(tensors);

    /// <summary>Explains one number.</summary>
    /// <param name="name">A tensor with an index for each dimension.</param>
    /// <exception cref="TraceException">The example has no such number.</exception>
    /// <exception cref="NonFiniteException">A number on the way is infinite or not a number.</exception>
    public Explanation Explain(NumberName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        TraceRecord record = tensors.Find(name);
        return name.Index.Count == record.Shape.Length
            ? Explain(name, depth: 0)
            : throw new TraceException($"{name} is a tensor of {record.Count} numbers; name one of them, for example {NumberName.Of(name.Step, name.Sample, name.Symbol, new int[record.Shape.Length])}.");
    }

    private Explanation Explain(NumberName name, int depth)
    {
        TraceRecord record = tensors.Find(name);
        int[] index = [.. name.Index];
        double value = tensors.Value(name);
        Explanation plain = new() { Name = name.ToString(), Value = value, Equation = record.Equation, Steps = [options.Numbers.Write(value)] };
        if (_known.Contains(plain.Name))
        {
            return plain with { IsKnown = true };
        }

        NumberName[][] terms = [.. NumberParts.Of(tensors, record, index)];
        if (terms.Length > 0 && _known.Count >= options.Length)
        {
            return plain with { IsCut = true };
        }

        Explanation explained = plain with
        {
            Steps = Steps(record, index, value),
            Remark = Remarks.Of(record, index),
            Numeric = options.Numeric ? _numeric.Of(name, value) : null,
        };
        return WithParts(explained, record, terms, depth);
    }

    private Explanation WithParts(Explanation explained, TraceRecord record, NumberName[][] terms, int depth)
    {
        // What was cut is no explanation to refer to.
        if (depth == options.Depth && terms.Length > 0)
        {
            return explained with { IsCut = true };
        }

        _known.Add(explained.Name);
        NumberName[][] shown = terms.Length <= WrittenSum.MostTerms ? terms : [.. terms[..WrittenSum.ShownAtEachEnd], .. terms[^WrittenSum.ShownAtEachEnd..]];
        List<Explanation> parts = [];
        foreach (Derivation derivation in Derivations(record).Preamble(record))
        {
            parts.Add(Within(derivation, record));
        }

        foreach (NumberName part in shown.SelectMany(term => term).Distinct())
        {
            parts.Add(Explain(part, depth + 1));
        }

        int all = terms.SelectMany(term => term).Distinct().Count();
        int followed = shown.SelectMany(term => term).Distinct().Count();
        return explained with { Parts = parts, LeftOut = all - followed };
    }

    // The maximum and the sum of a softmax have no name of their own.
    private Explanation Within(Derivation derivation, TraceRecord record)
    {
        string place = NumberName.Of(record.Step, record.Sample, $"{derivation.Name} of z{record.Layer}").ToString();
        bool isKnown = !_known.Add(place);
        return new Explanation
        {
            Name = place,
            Value = double.NaN,
            Steps = isKnown ? [derivation.Steps[^1]] : derivation.Steps,
            IsKnown = isKnown,
        };
    }

    private IReadOnlyList<string> Steps(TraceRecord record, int[] index, double value)
    {
        string written = options.Numbers.Write(value);
        string? operand = record.Operands.Length > 0 ? record.Operands[0] : null;
        return record.Equation switch
        {
            "B4" when index[0] == index[1] => [$"{operand}[{index[2]}]", written],
            "B7" when record.Shape.Length == 2 => [Names.Element(operand!, index), written],
            null when record.Phase == "parameters" && record.Step > 1 => [NumberName.Of(record.Step - 1, null, $"{record.Symbol}'", index).ToString(), written],
            "B3" when IsLongDiagonal(record) => OneTerm(record, index[0], written),
            _ => record.Values is null ? [written] : Derivations(record).Of(record, index)?.Flat().Steps ?? [written],
        };
    }

    private bool IsLongDiagonal(TraceRecord record)
    {
        bool elementwise = tensors.Header.Activations[record.Layer - 1] != "softmax";
        return elementwise && record.Operands[1] != "y" && record.Count > WrittenSum.MostTerms;
    }

    private string[] OneTerm(TraceRecord record, int j, string written)
    {
        double slope = tensors.Value(NumberName.Of(record.Step, record.Sample, record.Operands[0], j, j));
        double gradient = tensors.Value(NumberName.Of(record.Step, record.Sample, record.Operands[1], j));
        string named = $"{record.Operands[0]}[{j},{j}] {record.Operands[1]}[{j}] + {record.Count - 1} terms that are 0";
        return [named, $"{options.Numbers.Part(slope)}*{options.Numbers.Part(gradient)}", written];
    }

    private Derivations Derivations(TraceRecord record) => new(tensors.Header, tensors.Step(record.Step).Scope, options.Numbers);
}
