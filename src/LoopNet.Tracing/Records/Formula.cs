namespace LoopNet.Tracing;

/// <summary>How a tensor comes about: the id of its equation, the equation with this tensor's names, and the symbols that it reads.</summary>
/// <param name="Equation">The id, for example <c>F1</c>; null for what is given.</param>
/// <param name="Text">The equation, for example <c>z1 = W1 x + b1</c>; null for what is given.</param>
/// <param name="Operands">The symbols it reads.</param>
/// <param name="Note">What else a reader has to know; usually null.</param>
internal sealed record Formula(string? Equation, string? Text, string[] Operands, string? Note = null)
{
    /// <summary>A parameter, an input or a target.</summary>
    public static Formula Given { get; } = new(null, null, []);

    /// <summary>Weighted sums.</summary>
    public static Formula F1(int l, bool biases)
    {
        string before = Names.Output(l - 1);
        return biases
            ? new("F1", $"z{l} = W{l} {before} + b{l}", [$"W{l}", before, $"b{l}"])
            : new("F1", $"z{l} = W{l} {before}", [$"W{l}", before]);
    }

    /// <summary>Outputs.</summary>
    public static Formula F2(int l, string activation) => new("F2", $"a{l} = {activation}(z{l})", [$"z{l}"]);

    /// <summary>The loss.</summary>
    public static Formula F3(TraceHeader header, bool saturated)
    {
        string a = $"a{header.LastLayer}";
        string z = $"z{header.LastLayer}";
        return (header.Loss, saturated) switch
        {
            ("cross-entropy", false) => new("F3", $"L = -sum y ln {a}", [a, "y"]),
            ("cross-entropy", true) => new("F3", $"L = sum y (ln sum exp({z} - max) + max - {z})", [z, "y"]),
            ("binary-cross-entropy", false) => new("F3", $"L = -sum [y ln {a} + (1-y) ln(1-{a})]", [a, "y"]),
            ("binary-cross-entropy", true) => new("F3", $"L = sum [max({z}, 0) - y {z} + ln(1 + exp(-|{z}|))]", [z, "y"]),
            ("squared-error", _) => new("F3", $"L = 1/2 sum ({a} - y)^2", [a, "y"]),
            ("mean-squared-error", _) => new("F3", $"L = 1/n sum ({a} - y)^2", [a, "y"]),
            _ => new("F3", $"L = loss({a}, y)", [a, "y"]),
        };
    }

    /// <summary>The gradient of the loss with respect to the outputs.</summary>
    public static Formula B1(TraceHeader header, bool saturated)
    {
        string a = $"a{header.LastLayer}";
        string text = (header.Loss, saturated) switch
        {
            ("cross-entropy", false) => $"-y / {a}",
            ("cross-entropy", true) => $"-y / max({a}, 2^-1022)",
            ("binary-cross-entropy", false) => $"-y / {a} + (1-y) / (1-{a})",
            ("binary-cross-entropy", true) => $"-y / max({a}, 2^-1022) + (1-y) / max(1-{a}, 2^-1022)",
            ("squared-error", _) => $"{a} - y",
            ("mean-squared-error", _) => $"2 ({a} - y) / n",
            _ => $"loss'({a}, y)",
        };
        return new("B1", $"dL/d{a} = {text}", [a, "y"]);
    }

    /// <summary>The Jacobian of an activation.</summary>
    public static Formula B2(int l, string activation)
    {
        string symbol = Names.ActivationJacobian(l);
        return activation switch
        {
            "sigmoid" => new("B2", $"{symbol} = diag(a{l} (1 - a{l}))", [$"a{l}"]),
            "relu" => new("B2", $"{symbol} = diag(1 where z{l} > 0, else 0)", [$"z{l}"]),
            "tanh" => new("B2", $"{symbol} = diag(1 - a{l}^2)", [$"a{l}"]),
            "identity" => new("B2", $"{symbol} = diag(1)", [$"z{l}"]),
            "softmax" => new("B2", $"{symbol} = diag(a{l}) - a{l} a{l}^T", [$"a{l}"]),
            _ => new("B2", $"{symbol} = {activation}'(z{l})", [$"z{l}"]),
        };
    }

    /// <summary>The gradient with respect to the weighted sums.</summary>
    public static Formula B3(int l, bool saturated)
    {
        return saturated
            ? new("B3", $"dL/dz{l} = a{l} - y", [$"a{l}", "y"], "saturated: a - y")
            : new("B3", $"dL/dz{l} = (da{l}/dz{l})^T dL/da{l}", [Names.ActivationJacobian(l), $"dL/da{l}"]);
    }

    /// <summary>The shortcut at the output layer.</summary>
    public static Formula B3s(int l) => new("B3s", $"dL/dz{l} = a{l} - y", [$"a{l}", "y"]);

    /// <summary>How weighted sums depend on their weights.</summary>
    public static Formula B4(int l)
    {
        string before = Names.Output(l - 1);
        return new("B4", $"dz{l}/dW{l}[i,j,k] = [i = j] {before}[k]", [before]);
    }

    /// <summary>The gradient of the weights.</summary>
    public static Formula B5(int l)
    {
        string before = Names.Output(l - 1);
        return new(
            "B5",
            $"dL/dW{l}[j,k] = sum_i dL/dz{l}[i] dz{l}/dW{l}[i,j,k] = dL/dz{l}[j] {before}[k]",
            [$"dL/dz{l}", Names.WeightJacobian(l), before]);
    }

    /// <summary>The gradient of the biases.</summary>
    public static Formula B6(int l) => new("B6", $"dL/db{l} = dL/dz{l}", [$"dL/dz{l}"]);

    /// <summary>How weighted sums depend on the outputs of the layer before.</summary>
    public static Formula B7Jacobian(int l) => new("B7", $"{Names.InputJacobian(l)} = W{l}", [$"W{l}"]);

    /// <summary>The gradient with respect to the outputs of the layer before.</summary>
    public static Formula B7(int l) => new("B7", $"dL/d{Names.Output(l - 1)} = W{l}^T dL/dz{l}", [$"W{l}", $"dL/dz{l}"]);

    /// <summary>The gradient of the weights over a batch.</summary>
    public static Formula M1(TraceHeader header, int l, int count) => Batch("M1", header, $"W{l}", count);

    /// <summary>The gradient of the biases over a batch.</summary>
    public static Formula M2(TraceHeader header, int l, int count) => Batch("M2", header, $"b{l}", count);

    /// <summary>The weights after the update.</summary>
    public static Formula U1(TraceHeader header, int l, bool batch) => Update("U1", header, $"W{l}", batch);

    /// <summary>The biases after the update.</summary>
    public static Formula U2(TraceHeader header, int l, bool batch)
    {
        return header.UpdateBiases ? Update("U2", header, $"b{l}", batch) : new("U2", $"b{l}' = b{l}", [$"b{l}"]);
    }

    private static Formula Batch(string equation, TraceHeader header, string parameter, int count)
    {
        string gradient = Names.Gradient(parameter);
        string sum = header.Reduction == "mean" ? $"(sum_s {gradient}) / {count}" : $"sum_s {gradient}";
        return new(equation, $"{Names.BatchGradient(header.Reduction, parameter)} = {sum}", [gradient]);
    }

    private static Formula Update(string equation, TraceHeader header, string parameter, bool batch)
    {
        string gradient = batch ? Names.BatchGradient(header.Reduction, parameter) : Names.Gradient(parameter);
        return new(equation, $"{parameter}' = {parameter} - eta {gradient}", [parameter, gradient]);
    }
}
