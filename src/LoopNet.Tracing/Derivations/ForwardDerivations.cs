namespace LoopNet.Tracing;

/// <summary>Explains F1, F2 and F3.</summary>
internal sealed class ForwardDerivations(StepTrace step, Numbers numbers)
{
    public Derivation WeightedSum(TraceRecord record, int i)
    {
        int l = record.Tensor.Layer;
        string before = Names.Output(l - 1);
        double[] row = step.Numbers.W[l][i];
        double[] a = Sample(record).a[l - 1];
        WrittenSum sum = new();
        for (int k = 0; k < a.Length; k++)
        {
            sum.Add(
                Invariant($"W{l}[{i},{k}] {before}[{k}]"),
                $"{numbers.Part(row[k])}*{numbers.Part(a[k])}",
                NumberName.Of(record.Step, null, Invariant($"W{l}"), i, k),
                NumberName.Of(record.Step, record.Sample, before, k));
        }

        if (step.Numbers.b[l] is double[] b)
        {
            sum.Add(Invariant($"b{l}[{i}]"), numbers.Part(b[i]), NumberName.Of(record.Step, null, Invariant($"b{l}"), i));
        }

        return sum.Derivation(Invariant($"z{l}[{i}]"), numbers.Write(Sample(record).z[l][i]));
    }

    public Derivation Output(TraceRecord record, int i)
    {
        int l = record.Tensor.Layer;
        NamedVector z = Z(record);
        ActivationText activation = ActivationText.Of(step.Header.Activation(l));
        IEnumerable<int> reads = activation.IsFull ? Enumerable.Range(0, z.Values.Length) : [i];
        return new Derivation(Invariant($"a{l}[{i}]"), [.. activation.Output(z, i, numbers), numbers.Write(Sample(record).a[l][i])], IsSum: false)
        {
            Reads = [.. reads.Select(j => new[] { NumberName.Of(record.Step, record.Sample, z.Symbol, j) })],
            Remark = activation.Remark(z[i]),
        };
    }

    public IReadOnlyList<Derivation> OutputPreamble(TraceRecord record)
    {
        return ActivationText.Of(step.Header.Activation(record.Tensor.Layer)).Preamble(Z(record), numbers);
    }

    public Derivation Loss(TraceRecord record)
    {
        SampleRecord sample = Sample(record);
        LossText loss = LossText.Of(step.Header.Loss, sample.Saturated);
        NamedVector operand = LossOperand(record);
        NamedVector y = new("y", sample.y);
        string value = numbers.Write(sample.L);
        WrittenSum sum = new();
        List<NumberName[]> reads = [];
        for (int i = 0; i < operand.Values.Length; i++)
        {
            loss.AddTerms(sum, operand, y, i, numbers);
            reads.Add(LossReads(record, loss, operand.Symbol, y, i));
        }

        (string left, string right) = loss.Frame(operand.Values.Length);
        string[] steps = [$"{left}{sum.Named}{right}", $"{left}{sum.Numbered}{right}", value];
        Derivation derivation = sum.IsEmpty
            ? new Derivation("L", [loss.Value(operand.Symbol), value], IsSum: false)
            : new Derivation("L", steps[1] == value ? [steps[0], value] : steps, IsSum: true);
        return derivation with { Reads = reads };
    }

    /// <summary>The numbers that the term of an output in the loss, or its gradient, is computed from.</summary>
    /// <param name="record">The loss, or its gradient.</param>
    /// <param name="loss">How the loss is written.</param>
    /// <param name="operand">What it is computed from.</param>
    /// <param name="y">The target.</param>
    /// <param name="i">The output.</param>
    public static NumberName[] LossReads(TraceRecord record, LossText loss, string operand, NamedVector y, int i)
    {
        NumberName read = NumberName.Of(record.Step, record.Sample, operand, i);
        if (!loss.ReadsTarget)
        {
            return [read];
        }

        NumberName target = NumberName.Of(record.Step, record.Sample, "y", i);
        return loss.Reads(y[i]) ? [read, target] : [target];
    }

    public IReadOnlyList<Derivation> LossPreamble(TraceRecord record)
    {
        return LossText.Of(step.Header.Loss, Sample(record).Saturated).Preamble(LossOperand(record), numbers);
    }

    private SampleRecord Sample(TraceRecord record) => step.Numbers.Samples[record.Sample!.Value];

    private NamedVector Z(TraceRecord record) => new(Invariant($"z{record.Tensor.Layer}"), Sample(record).z[record.Tensor.Layer]);

    private NamedVector LossOperand(TraceRecord record)
    {
        SampleRecord sample = Sample(record);
        int last = record.Tensor.Layer;
        string symbol = LossText.Of(step.Header.Loss, sample.Saturated).Operand(last);
        return new NamedVector(symbol, symbol.StartsWith('z') ? sample.z[last] : sample.a[last]);
    }
}
