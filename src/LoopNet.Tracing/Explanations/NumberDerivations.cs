namespace LoopNet.Tracing;

/// <summary>How the numbers of a step come about, in somebody's names: what an explanation says of one number, and a page of all of them.</summary>
/// <param name="step">The step.</param>
/// <param name="names">The names; null for LoopNet's.</param>
/// <param name="numbers">How numbers are written.</param>
internal sealed class NumberDerivations(StepTrace step, OwnNames? names, Numbers numbers)
{
    private readonly StepDerivations _derivations = new(step, numbers);
    private readonly FormulaWriter? _writer = names is null || names.ArePlain ? null : new FormulaWriter(names);

    /// <summary>One number; where no formula gives it, its value alone.</summary>
    /// <param name="record">The tensor.</param>
    /// <param name="index">One number for each dimension.</param>
    public Derivation Of(TraceRecord record, IReadOnlyList<int> index)
    {
        NumberName name = NumberName.Of(record.Step, record.Sample, record.Symbol, [.. index]);
        if (_derivations.Of(record, index) is not Derivation derivation)
        {
            double factor = names?.FactorOf(name) ?? 1.0;
            return new Derivation(name.Element, [numbers.Write(factor * record.At(index))], IsSum: false);
        }

        Derivation written = _writer?.Write(derivation, name, step, numbers) ?? derivation;
        return IsLongDiagonal(record) ? written with { Steps = OneTerm(record, index[0], written.Steps[^1]) } : written;
    }

    /// <summary>What has to be known before the elements of a tensor: the maximum and the sum of a softmax; usually nothing.</summary>
    /// <param name="record">The tensor.</param>
    public IReadOnlyList<Derivation> Preamble(TraceRecord record)
    {
        NumberName sums = NumberName.Of(record.Step, record.Sample, Invariant($"z{record.Tensor.Layer}"));
        return [.. _derivations.Preamble(record).Select(derivation => _writer?.WriteNameless(derivation, sums, step, numbers) ?? derivation)];
    }

    /// <summary>a - y, beside an element of B3 at the output layer.</summary>
    /// <param name="record">The gradient by the weighted sums of the output layer.</param>
    /// <param name="j">The element.</param>
    public Derivation Shortcut(TraceRecord record, int j)
    {
        Derivation derivation = _derivations.Shortcut(record, j);
        NumberName name = NumberName.Of(record.Step, record.Sample, record.Symbol, j);
        return _writer?.Write(derivation, name, step, numbers) ?? derivation;
    }

    /// <summary>What is said of a number that no formula gives, or of a 0 by its place; usually null.</summary>
    /// <param name="record">The tensor.</param>
    /// <param name="index">One number for each dimension.</param>
    public string? Remark(TraceRecord record, IReadOnlyList<int> index) => record.Tensor.Kind switch
    {
        TensorKind.a when record.Equation is null => "input",
        TensorKind.y => "target",
        TensorKind.dL_da when record.Equation is null => "given gradient",
        TensorKind.W or TensorKind.b when record.Step > 1 && step.Header.Rule.Moves => "from the step before",
        TensorKind.W => "weight",
        TensorKind.b => "bias",
        TensorKind.da_dz when index[0] != index[1] && !ActivationText.Of(step.Header.Activation(record.Tensor.Layer)).IsFull => "off the diagonal",
        TensorKind.dz_dW => index[0] == index[1] ? null : "another unit's weight",
        _ => record.Note,
    };

    // A sum of many terms of which all but one are 0 by their place.
    private bool IsLongDiagonal(TraceRecord record)
    {
        Tensor tensor = record.Tensor;
        return tensor.Kind == TensorKind.dL_dz && record.Operands[1] != "y" && tensor.Count > WrittenSum.MostTerms
            && !ActivationText.Of(step.Header.Activation(tensor.Layer)).IsFull;
    }

    private string[] OneTerm(TraceRecord record, int j, string value)
    {
        SampleRecord sample = step.Numbers.Samples[record.Sample!.Value];
        int l = record.Tensor.Layer;
        string named = Invariant($"{record.Operands[0]}[{j},{j}] {record.Operands[1]}[{j}] + {record.Tensor.Count - 1} terms that are 0");
        named = _writer?.Sentence(named, record.Step, record.Sample) ?? named;
        return [named, $"{numbers.Part(sample.da_dz[l][j][j])}*{numbers.Part(sample.dL_da[l][j])}", value];
    }
}
