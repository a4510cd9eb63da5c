namespace LoopNet.Tracing;

/// <summary>Explains B1 to B7.</summary>
internal sealed class BackwardDerivations(StepTrace step, Numbers numbers)
{
    public Derivation LossGradient(TraceRecord record, int i)
    {
        SampleRecord sample = Sample(record);
        LossText loss = LossText.Of(step.Header.Loss, sample.Saturated);
        NamedVector a = new(Invariant($"a{record.Tensor.Layer}"), sample.Output);
        NamedVector y = new("y", sample.y);
        string value = numbers.Write(sample.dL_da[record.Tensor.Layer][i]);
        return new Derivation(Invariant($"{record.Symbol}[{i}]"), [.. loss.GradientElement(a, y, i, numbers), value], IsSum: false)
        {
            Reads = loss.GradientReads ? [ForwardDerivations.LossReads(record, loss, a.Symbol, y, i)] : [],
        };
    }

    public Derivation? ActivationJacobian(TraceRecord record, int i, int j)
    {
        int l = record.Tensor.Layer;
        ActivationText activation = ActivationText.Of(step.Header.Activation(l));
        if (i != j && !activation.IsFull)
        {
            return null;
        }

        SampleRecord sample = Sample(record);
        NamedVector operand = activation.DerivativeReadsOutput ? new(Invariant($"a{l}"), sample.a[l]) : new(Invariant($"z{l}"), sample.z[l]);
        string[] written = activation.JacobianElement(operand, i, j, numbers);
        NumberName[] reads = i == j ? [Name(record, operand.Symbol, i)] : [Name(record, operand.Symbol, i), Name(record, operand.Symbol, j)];
        return new Derivation(Invariant($"{record.Symbol}[{i},{j}]"), [.. written, numbers.Write(sample.da_dz[l][i][j])], IsSum: false)
        {
            Reads = written.Length > 0 ? [reads] : [],
        };
    }

    public Derivation ThroughActivation(TraceRecord record, int j)
    {
        int l = record.Tensor.Layer;
        SampleRecord sample = Sample(record);
        if (record.Equation == "B3s" || (l == step.Header.Last && sample.Saturated))
        {
            return Shortcut(record, j);
        }

        string jacobian = Names.ActivationJacobian(l);
        string gradient = Invariant($"dL/da{l}");
        bool isFull = ActivationText.Of(step.Header.Activation(l)).IsFull;
        WrittenSum sum = new();
        for (int i = 0; i < sample.dL_da[l].Length; i++)
        {
            // Off the diagonal of an element-wise Jacobian there are zeros only.
            NumberName[] reads = isFull || i == j ? [Name(record, jacobian, i, j), Name(record, gradient, i)] : [];
            sum.Add(
                Invariant($"{jacobian}[{i},{j}] {gradient}[{i}]"),
                $"{numbers.Part(sample.da_dz[l][i][j])}*{numbers.Part(sample.dL_da[l][i])}",
                reads);
        }

        return sum.Derivation(Invariant($"{record.Symbol}[{j}]"), numbers.Write(sample.dL_dz[l][j]));
    }

    /// <summary>a - y, where it is the equation itself or stands beside B3.</summary>
    public Derivation Shortcut(TraceRecord record, int j)
    {
        int l = record.Tensor.Layer;
        SampleRecord sample = Sample(record);
        double difference = sample.a[l][j] - sample.y[j];
        string[] steps = [Invariant($"a{l}[{j}] - y[{j}]"), $"{numbers.Write(sample.a[l][j])} - {numbers.Part(sample.y[j])}", numbers.Write(difference)];
        return new Derivation(Invariant($"{record.Symbol}[{j}]"), steps, IsSum: false) { Reads = [[Name(record, Invariant($"a{l}"), j), Name(record, "y", j)]] };
    }

    public Derivation WeightGradient(TraceRecord record, int j, int k)
    {
        int l = record.Tensor.Layer;
        SampleRecord sample = Sample(record);
        string before = Names.Output(l - 1);
        string[] steps =
        [
            Invariant($"dL/dz{l}[{j}] {before}[{k}]"),
            $"{numbers.Part(sample.dL_dz[l][j])}*{numbers.Part(sample.a[l - 1][k])}",
            numbers.Write(sample.dL_dW[l][j][k]),
        ];
        return new Derivation(Invariant($"{record.Symbol}[{j},{k}]"), steps, IsSum: false) { Reads = [[Name(record, Invariant($"dL/dz{l}"), j), Name(record, before, k)]] };
    }

    /// <summary>A number that is another one, in another place.</summary>
    public Derivation Copy(TraceRecord record, IReadOnlyList<int> index, string symbol, IReadOnlyList<int> place)
    {
        NumberName copied = NumberName.Of(record.Step, NumberName.IsOfStep(symbol) ? null : record.Sample, symbol, [.. place]);
        return new Derivation(Names.Element(record.Symbol, [.. index]), [copied.Element, numbers.Write(record.At(index))], IsSum: false) { Reads = [[copied]] };
    }

    public Derivation ThroughWeights(TraceRecord record, int k)
    {
        int l = record.Tensor.Layer + 1;
        double[][] W = step.Numbers.W[l];
        double[] dL_dz = Sample(record).dL_dz[l];
        WrittenSum products = new();
        WrittenSum values = new();
        List<Derivation> contributions = [];
        for (int i = 0; i < dL_dz.Length; i++)
        {
            string named = Invariant($"W{l}[{i},{k}] dL/dz{l}[{i}]");
            string numbered = $"{numbers.Part(W[i][k])}*{numbers.Part(dL_dz[i])}";

            // Sums start at 0.0: the first term is never -0.
            double product = 0.0 + (W[i][k] * dL_dz[i]);
            products.Add(named, numbered, NumberName.Of(record.Step, null, Invariant($"W{l}"), i, k), Name(record, Invariant($"dL/dz{l}"), i));
            values.Add("", numbers.Part(product));
            contributions.Add(new Derivation(Invariant($"from unit {i}"), [named, numbered, numbers.Write(product)], IsSum: false));
        }

        // A sum of one term has nothing to add up.
        string value = numbers.Write(Sample(record).dL_da[l - 1][k]);
        string[] steps = dL_dz.Length == 1 ? [products.Named, value] : [products.Named, values.Numbered, value];
        return new Derivation(Invariant($"{record.Symbol}[{k}]"), steps, IsSum: true)
        {
            Reads = products.Reads,
            Contributions = W.Length * W[0].Length <= StepTensors.LargestListed ? contributions : [],
        };
    }

    private SampleRecord Sample(TraceRecord record) => step.Numbers.Samples[record.Sample!.Value];

    private static NumberName Name(TraceRecord record, string symbol, params int[] index) => NumberName.Of(record.Step, record.Sample, symbol, index);
}
