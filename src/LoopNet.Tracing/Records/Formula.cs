namespace LoopNet.Tracing;

/// <summary>How a tensor comes about: its equation with this tensor's names, and the symbols that it reads.</summary>
/// <param name="Text">The equation, for example <c>z1 = W1 x + b1</c>; null for what is given.</param>
/// <param name="Operands">The symbols it reads.</param>
/// <param name="Note">What else a reader has to know; usually null.</param>
internal sealed record Formula(string? Text, string[] Operands, string? Note = null)
{
    /// <summary>The formula of a tensor.</summary>
    /// <param name="header">The network and its rule.</param>
    /// <param name="tensor">The tensor.</param>
    /// <param name="step">Its step.</param>
    public static Formula Of(TraceHeader header, Tensor tensor, StepRecord step)
    {
        int l = tensor.Layer;
        bool saturated = tensor.Sample is int s && l == header.Last && step.Samples[s].Saturated;
        return tensor.Kind switch
        {
            TensorKind.z => F1(l, header.Network.Layers[l - 1].b is not null),
            TensorKind.a when l > 0 => new(Invariant($"a{l} = {header.Activation(l).DisplayName}(z{l})"), [Invariant($"z{l}")]),
            TensorKind.L => F3(header, saturated),
            TensorKind.dL_da when l == header.Last && tensor.Equation is null => new(null, []),
            TensorKind.dL_da when l == header.Last => B1(header, saturated),
            TensorKind.dL_da => new(Invariant($"{tensor.Symbol} = W{l + 1}^T dL/dz{l + 1}"), [Invariant($"W{l + 1}"), Invariant($"dL/dz{l + 1}")]),
            TensorKind.da_dz => B2(l, ActivationText.Of(header.Activation(l))),
            TensorKind.dL_dz when tensor.Equation == "B3s" => Difference(l),
            TensorKind.dL_dz when saturated => Difference(l) with { Note = "saturated: a - y" },
            TensorKind.dL_dz => new(Invariant($"dL/dz{l} = (da{l}/dz{l})^T dL/da{l}"), [Names.ActivationJacobian(l), Invariant($"dL/da{l}")]),
            TensorKind.dz_dW => new($"{tensor.Symbol}[i,j,k] = [i = j] {Names.Output(l - 1)}[k]", [Names.Output(l - 1)]),
            TensorKind.dL_dW => B5(l),
            TensorKind.dL_db => new(Invariant($"dL/db{l} = dL/dz{l}"), [Invariant($"dL/dz{l}")]),
            TensorKind.dz_da => new(Invariant($"{tensor.Symbol} = W{l}"), [Invariant($"W{l}")]),
            TensorKind.batch_L => Batch(header, tensor, "L", step.Count),
            TensorKind.batch_dL_dW => Batch(header, tensor, Invariant($"dL/dW{l}"), step.Count),
            TensorKind.batch_dL_db => Batch(header, tensor, Invariant($"dL/db{l}"), step.Count),
            TensorKind.W_new => Update(header, Invariant($"W{l}"), step.Count > 1),
            TensorKind.b_new when header.Rule.UpdateBiases => Update(header, Invariant($"b{l}"), step.Count > 1),
            TensorKind.b_new => new(Invariant($"b{l}' = b{l}"), [Invariant($"b{l}")]),
            _ => new(null, []),
        };
    }

    private static Formula F1(int l, bool biases)
    {
        string before = Names.Output(l - 1);
        return biases
            ? new(Invariant($"z{l} = W{l} {before} + b{l}"), [Invariant($"W{l}"), before, Invariant($"b{l}")])
            : new(Invariant($"z{l} = W{l} {before}"), [Invariant($"W{l}"), before]);
    }

    private static Formula F3(TraceHeader header, bool saturated)
    {
        LossText loss = LossText.Of(header.Loss, saturated);
        string operand = loss.Operand(header.Last);
        return new($"L = {loss.Value(operand)}", loss.ReadsTarget ? [operand, "y"] : [operand]);
    }

    private static Formula B1(TraceHeader header, bool saturated)
    {
        LossText loss = LossText.Of(header.Loss, saturated);
        string a = Invariant($"a{header.Last}");
        return new($"dL/d{a} = {loss.Gradient(a)}", loss.ReadsTarget ? [a, "y"] : [a]);
    }

    private static Formula B2(int l, ActivationText activation)
    {
        string operand = activation.DerivativeReadsOutput ? Invariant($"a{l}") : Invariant($"z{l}");
        return new($"{Names.ActivationJacobian(l)} = {activation.Jacobian(operand)}", [operand]);
    }

    private static Formula Difference(int l) => new(Invariant($"dL/dz{l} = a{l} - y"), [Invariant($"a{l}"), "y"]);

    private static Formula B5(int l)
    {
        string before = Names.Output(l - 1);
        string text = Invariant($"dL/dW{l}[j,k] = sum_i dL/dz{l}[i] dz{l}/dW{l}[i,j,k] = dL/dz{l}[j] {before}[k]");
        return new(text, [Invariant($"dL/dz{l}"), Names.WeightJacobian(l), before]);
    }

    private static Formula Batch(TraceHeader header, Tensor tensor, string symbol, int count)
    {
        string sum = header.Rule.Reduction == Reduction.Mean ? Invariant($"(sum_s {symbol}) / {count}") : $"sum_s {symbol}";
        return new($"{tensor.Symbol} = {sum}", [symbol]);
    }

    private static Formula Update(TraceHeader header, string parameter, bool batch)
    {
        string gradient = batch ? Names.BatchGradient(header.Rule.Reduction, parameter) : Names.Gradient(parameter);
        return new($"{parameter}' = {parameter} - eta {gradient}", [parameter, gradient]);
    }
}
