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

        StepDerivations derivations = new(tensors.Step(name.Step), options.Numbers);
        Derivation derivation = derivations.Of(record, name.Index) ?? new Derivation(name.Element, [written], IsSum: false);
        if (derivation.Reads.Count > 0 && _known.Count >= options.Length)
        {
            return plain with { IsCut = true };
        }

        Explanation explained = plain with
        {
            Steps = IsLongDiagonal(record) ? OneTerm(record, name.Index[0], written) : Written(derivation, name).Flat().Steps,
            Remark = Remark(record, name.Index),
            Numeric = options.Numeric ? _numeric.Of(name, value)?.Times(_names.FactorOf(name)) : null,
        };
        return WithParts(name, explained, derivations.Preamble(record), record, derivation.Reads, depth);
    }

    private Derivation Written(Derivation derivation, NumberName of) => new FormulaWriter(_names).Write(derivation, of, tensors.Step(of.Step), options.Numbers);

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
        Derivation written = new FormulaWriter(_names).WriteNameless(derivation, sums, tensors.Step(record.Step), options.Numbers);
        return new Explanation
        {
            Name = NumberName.Of(record.Step, record.Sample, $"{derivation.Name} of {_names.Element(sums).Text}").ToString(),
            Value = double.NaN,
            Steps = isKnown ? [written.Steps[^1]] : written.Steps,
            IsKnown = isKnown,
        };
    }

    private bool IsLongDiagonal(TraceRecord record)
    {
        Tensor tensor = record.Tensor;
        return tensor.Kind == TensorKind.dL_dz && record.Operands[1] != "y" && tensor.Count > WrittenSum.MostTerms
            && !ActivationText.Of(tensors.Header.Activation(tensor.Layer)).IsFull;
    }

    private string[] OneTerm(TraceRecord record, int j, string written)
    {
        SampleRecord sample = tensors.Step(record.Step).Numbers.Samples[record.Sample!.Value];
        int l = record.Tensor.Layer;
        string named = Invariant($"{record.Operands[0]}[{j},{j}] {record.Operands[1]}[{j}] + {record.Tensor.Count - 1} terms that are 0");
        named = new FormulaWriter(_names).Sentence(named, record.Step, record.Sample);
        return [named, $"{options.Numbers.Part(sample.da_dz[l][j][j])}*{options.Numbers.Part(sample.dL_da[l][j])}", written];
    }

    // What is said of numbers that no formula gives.
    private string? Remark(TraceRecord record, IReadOnlyList<int> index) => record.Tensor.Kind switch
    {
        TensorKind.a when record.Equation is null => "input",
        TensorKind.y => "target",
        TensorKind.dL_da when record.Equation is null => "given gradient",
        TensorKind.W or TensorKind.b when record.Step > 1 && tensors.Header.Rule.Moves => "from the step before",
        TensorKind.W => "weight",
        TensorKind.b => "bias",
        TensorKind.da_dz when index[0] != index[1] && !ActivationText.Of(tensors.Header.Activation(record.Tensor.Layer)).IsFull => "off the diagonal",
        TensorKind.dz_dW => index[0] == index[1] ? null : "another unit's weight",
        _ => record.Note,
    };
}
