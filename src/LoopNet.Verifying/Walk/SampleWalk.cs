namespace LoopNet.Verifying;

/// <summary>
/// The records of one sample in their order, written down from docs/trace-format.md: what each has to say, and the arithmetic
/// that its numbers follow from. It shares no line with the code that writes traces, so that a mistake there shows.
/// </summary>
internal sealed class SampleWalk(FileHeader header, StepRecords records)
{
    /// <summary>The record that a sample begins with.</summary>
    public RecordForm Input => records.GivenForm("forward", 0, "x", [0]);

    /// <summary>What is given of the sample that has been read: its input, and its target or its gradient.</summary>
    public FileRecord[] Given
    {
        get
        {
            string beside = header.Gradient is null ? "y" : OutputGradient;
            return records.Has(beside) ? [records["x"], records[beside]] : [records["x"]];
        }
    }

    private int Last => header.Last;

    private string OutputGradient => Invariant($"dL/da{Last}");

    /// <summary>Derives the records of a sample.</summary>
    /// <exception cref="TraceFaultException">A record is not what it has to be.</exception>
    public void Run()
    {
        records.TakeGiven(Input);
        for (int l = 1; l <= Last; l++)
        {
            Forward(l);
        }

        if (header.Loss is not null)
        {
            FromLoss();
        }
        else if (header.GoesBack)
        {
            records.TakeGiven(records.GivenForm("backward", Last, OutputGradient, [Last]));
            ActivationJacobian(Last);
            ThroughActivation(Last);
        }

        for (int l = Last; l >= 1 && header.GoesBack; l--)
        {
            if (l < Last)
            {
                ActivationJacobian(l);
                ThroughActivation(l);
            }

            Backward(l);
        }
    }

    private void FromLoss()
    {
        double[] output = records.Values(Invariant($"a{Last}"));
        double[] y = LossRule.All[header.Loss!].TakesTarget ? Target() : [];
        LossRule loss = LossRule.Of(header, output, y);
        string operand = Invariant($"{loss.Reads}{Last}");
        double[] read = records.Values(operand);
        string L = $"L = {UnitFormula.OfLayer(loss.Formula, Last)}";
        records.TakeDerived(records.Form("F3", Last, "L", [], L, Operands(loss, operand)), _ => [loss.Value(read, y)]);
        LastLayer(loss, output, y);
    }

    private static string[] Operands(LossRule loss, string operand) => loss.TakesTarget ? [operand, "y"] : [operand];

    private void Forward(int l)
    {
        string before = Output(l - 1);
        double[] W = records.Values(Invariant($"W{l}"));
        double[] a = records.Values(before);
        double[] z = records.Has(Invariant($"b{l}"))
            ? Derive("F1", l, Invariant($"z{l}"), [l], Invariant($"z{l} = W{l} {before} + b{l}"), [Invariant($"W{l}"), before, Invariant($"b{l}")], Products.WeightedSums(W, a, records.Values(Invariant($"b{l}"))))
            : Derive("F1", l, Invariant($"z{l}"), [l], Invariant($"z{l} = W{l} {before}"), [Invariant($"W{l}"), before], Products.WeightedSums(W, a, b: null));
        RecordForm outputs = records.Form("F2", l, Invariant($"a{l}"), [l], Invariant($"a{l} = {header.Activations[l - 1]}(z{l})"), Invariant($"z{l}"));
        records.TakeDerived(outputs, found => Activation(l).Outputs(z, found));
    }

    private double[] Target()
    {
        FileRecord y = records.TakeGiven(records.GivenForm("loss", Last, "y", [Last]));
        string? fault = LossRule.TargetFault(header, y.Values);
        string numbers = string.Join(", ", y.Values.Select(number => Invariant($"{number}")));
        return fault is null ? y.Values : throw new TraceFaultException(new TraceFault
        {
            Line = y.Line,
            Name = new ElementName(y.Form.Step, y.Form.Sample, "y"),
            Problem = $"{y.Form.Name} is [{numbers}], and {fault}",
            Advice = "Set the target right, or choose another loss.",
        });
    }

    // The shortcut needs neither B1 nor B2; where the loss is saturated they stand there, and B3 is a - y.
    private void LastLayer(LossRule loss, double[] a, double[] y)
    {
        bool shortcut = header.OutputGradient == "shortcut";
        if (!shortcut)
        {
            string formula = $"{OutputGradient} = {UnitFormula.OfLayer(loss.GradientFormula, Last)}";
            double[] gradient = [.. a.Select((output, i) => loss.Gradient(output, loss.TakesTarget ? y[i] : 0.0, a.Length))];
            Derive("B1", Last, OutputGradient, [Last], formula, Operands(loss, Invariant($"a{Last}")), gradient);
            ActivationJacobian(Last);
        }

        if (!shortcut && !loss.IsSaturated)
        {
            ThroughActivation(Last);
            return;
        }

        RecordForm form = records.Form(shortcut ? "B3s" : "B3", Last, Invariant($"dL/dz{Last}"), [Last], Invariant($"dL/dz{Last} = a{Last} - y"), Invariant($"a{Last}"), "y");
        records.TakeDerived(shortcut ? form : form with { Note = "saturated: a - y" }, [.. a.Zip(y, (output, target) => output - target)]);
    }

    private void ActivationJacobian(int l)
    {
        ActivationRule activation = Activation(l);
        string da_dz = Invariant($"da{l}/dz{l}");
        string formula = $"{da_dz} = {UnitFormula.OfLayer(activation.JacobianFormula, l)}";
        Derive("B2", l, da_dz, [l, l], formula, [Invariant($"{activation.JacobianReads}{l}")], activation.Jacobian(records.Values(Invariant($"z{l}")), records.Values(Invariant($"a{l}"))));
    }

    private void ThroughActivation(int l)
    {
        (string da_dz, string dL_da) = (Invariant($"da{l}/dz{l}"), Invariant($"dL/da{l}"));
        double[] dL_dz = Products.TransposedProduct(records.Values(da_dz), records.Values(dL_da));
        Derive("B3", l, Invariant($"dL/dz{l}"), [l], Invariant($"dL/dz{l} = ({da_dz})^T {dL_da}"), [da_dz, dL_da], dL_dz);
    }

    private void Backward(int l)
    {
        string before = Output(l - 1);
        double[] W = records.Values(Invariant($"W{l}"));
        double[] a = records.Values(before);
        double[] dL_dz = records.Values(Invariant($"dL/dz{l}"));
        RecordForm dz_dW = records.Form("B4", l, Invariant($"dz{l}/dW{l}"), [l, l, l - 1], Invariant($"dz{l}/dW{l}[i,j,k] = [i = j] {before}[k]"), before);
        if (dz_dW.Count > RecordForm.LargestListed)
        {
            records.Take(dz_dW with { Note = $"described, not listed: over {RecordForm.LargestListed} numbers, all of them 0 or an element of {before}" });
        }
        else
        {
            records.TakeDerived(dz_dW, Products.WeightJacobian(header.Sizes[l], a));
        }

        string product = Invariant($"dL/dW{l}[j,k] = sum_i dL/dz{l}[i] dz{l}/dW{l}[i,j,k] = dL/dz{l}[j] {before}[k]");
        Derive("B5", l, Invariant($"dL/dW{l}"), [l, l - 1], product, [Invariant($"dL/dz{l}"), Invariant($"dz{l}/dW{l}"), before], Products.OuterProduct(dL_dz, a));
        if (records.Has(Invariant($"b{l}")))
        {
            Derive("B6", l, Invariant($"dL/db{l}"), [l], Invariant($"dL/db{l} = dL/dz{l}"), [Invariant($"dL/dz{l}")], dL_dz);
        }

        Derive("B7", l, Invariant($"dz{l}/d{before}"), [l, l - 1], Invariant($"dz{l}/d{before} = W{l}"), [Invariant($"W{l}")], W);
        Derive("B7", l - 1, $"dL/d{before}", [l - 1], Invariant($"dL/d{before} = W{l}^T dL/dz{l}"), [Invariant($"W{l}"), Invariant($"dL/dz{l}")], Products.TransposedProduct(W, dL_dz));
    }

    private double[] Derive(string equation, int layer, string symbol, int[] layers, string formula, string[] operands, double[] numbers)
    {
        return records.TakeDerived(records.Form(equation, layer, symbol, layers, formula, operands), numbers);
    }

    private static string Output(int l) => l == 0 ? "x" : Invariant($"a{l}");

    private ActivationRule Activation(int l) => ActivationRule.Of(header, l);
}
