namespace LoopNet.Tracing;

/// <summary>Explains numbers of one example. What it has explained once, it names from then on.</summary>
/// <param name="tensors">The tensors of the example.</param>
/// <param name="options">How far and how.</param>
public sealed class Explainer(ExampleTensors tensors, ExplanationOptions options)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly NumericGradients _numeric = new(tensors);
    private readonly OwnNames _names = new(tensors.Example, options.Notation ?? tensors.Example.Notation, options.Names);

    /// <summary>Explains one number.</summary>
    /// <param name="name">A tensor with an index for each dimension.</param>
    /// <exception cref="TraceException">The example has no such number.</exception>
    /// <exception cref="NonFiniteException">A number on the way is infinite or not a number.</exception>
    public Explanation Explain(NumberName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        TraceRecord record = tensors.Find(name);
        return name.Index.Count == record.Tensor.Shape.Length
            ? Explain(name, depth: 0)
            : throw new TraceException($"{name} is a tensor of {record.Tensor.Count} numbers; name one of them, for example {NumberName.Of(name.Step, name.Sample, name.Symbol, new int[record.Tensor.Shape.Length])}.");
    }

    private Explanation Explain(NumberName name, int depth)
    {
        TraceRecord record = tensors.Find(name);
        double value = record.At(name.Index);
        double shown = _names.FactorOf(name) * value;
        string written = options.Numbers.Write(shown);
        Explanation plain = new() { Name = _names.Explained(name), Value = shown, Equation = record.Equation, Steps = [written] };
        if (_known.Contains(name.ToString()))
        {
            return plain with { IsKnown = true };
        }

        NumberDerivations derivations = new(tensors.Step(name.Step), _names, options.Numbers);
        Derivation derivation = derivations.Of(record, name.Index);
        if (derivation.Reads.Count > 0 && _known.Count >= options.Length)
        {
            return plain with { IsCut = true };
        }

        Explanation explained = plain with
        {
            Steps = derivation.Flat().Steps,
            Remark = derivations.Remark(record, name.Index),
            Numeric = options.Numeric ? _numeric.Of(name, value)?.Times(_names.FactorOf(name)) : null,
        };
        return WithParts(name, explained, derivations.Preamble(record), record, derivation.Reads, depth);
    }

    private Explanation WithParts(NumberName name, Explanation explained, IReadOnlyList<Derivation> preamble, TraceRecord record, IReadOnlyList<NumberName[]> terms, int depth)
    {
        // What was cut is no explanation to refer to.
        if (depth == options.Depth && terms.Count > 0)
        {
            return explained with { IsCut = true };
        }

        _known.Add(name.ToString());
        NumberName[] read = [.. terms.SelectMany(term => term).Distinct()];
        IEnumerable<NumberName[]> ends = terms.Take(WrittenSum.ShownAtEachEnd).Concat(terms.TakeLast(WrittenSum.ShownAtEachEnd));
        NumberName[] followed = terms.Count <= WrittenSum.MostTerms ? read : [.. ends.SelectMany(term => term).Distinct()];
        List<Explanation> parts = [.. preamble.Select(derivation => Within(derivation, record))];
        foreach (NumberName part in followed)
        {
            parts.Add(Explain(part, depth + 1));
        }

        return explained with { Parts = parts, LeftOut = read.Length - followed.Length };
    }

    // The maximum and the sum of a softmax have no name of their own.
    private Explanation Within(Derivation derivation, TraceRecord record)
    {
        NumberName sums = NumberName.Of(record.Step, record.Sample, Invariant($"z{record.Tensor.Layer}"));
        bool isKnown = !_known.Add($"{derivation.Name} of {sums}");
        return new Explanation
        {
            Name = NumberName.Of(record.Step, record.Sample, $"{derivation.Name} of {_names.Element(sums).Text}").ToString(),
            Value = double.NaN,
            Steps = isKnown ? [derivation.Steps[^1]] : derivation.Steps,
            IsKnown = isKnown,
        };
    }
}
