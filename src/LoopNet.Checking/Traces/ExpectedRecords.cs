using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>
/// What each record has to say besides its numbers, written down from DESIGN section 6 and docs/trace-format.md. It shares
/// no line with the code that writes traces, so that a mistake there shows.
/// </summary>
internal sealed class ExpectedRecords(TraceHeader header)
{
    /// <summary>A described tensor has more numbers than this.</summary>
    public const int LargestListed = 4096;

    /// <summary>The note of B3 where the loss is saturated.</summary>
    public const string SaturatedNote = "saturated: a - y";

    private int Last => header.Activations.Length;

    private string Outputs => $"a{Last}";

    /// <summary>The outputs of a layer: <c>x</c> for 0.</summary>
    public static string Output(int l) => l == 0 ? "x" : $"a{l}";

    public TraceRecord Weights(int step, int l) => Given(step, null, "parameters", l, $"W{l}", [Size(l), Size(l - 1)]);

    public TraceRecord Biases(int step, int l) => Given(step, null, "parameters", l, $"b{l}", [Size(l)]);

    public TraceRecord Input(int step, int sample) => Given(step, sample, "forward", 0, "x", [Size(0)]);

    public TraceRecord Target(int step, int sample) => Given(step, sample, "loss", Last, "y", [Size(Last)]);

    public TraceRecord WeightedSums(int step, int sample, int l, bool biases)
    {
        string[] operands = biases ? [$"W{l}", Output(l - 1), $"b{l}"] : [$"W{l}", Output(l - 1)];
        string bias = biases ? $" + b{l}" : "";
        return Of(step, sample, "forward", l, "F1", $"z{l}", [Size(l)], $"z{l} = W{l} {Output(l - 1)}{bias}", operands);
    }

    public TraceRecord Activations(int step, int sample, int l)
    {
        return Of(step, sample, "forward", l, "F2", $"a{l}", [Size(l)], $"a{l} = {header.Activations[l - 1]}(z{l})", [$"z{l}"]);
    }

    public TraceRecord Loss(int step, int sample, bool saturated)
    {
        string z = $"z{Last}";
        string text = (header.Loss, saturated) switch
        {
            ("cross-entropy", false) => $"-sum y ln {Outputs}",
            ("cross-entropy", true) => $"sum y (ln sum exp({z} - max) + max - {z})",
            ("binary-cross-entropy", false) => $"-sum [y ln {Outputs} + (1-y) ln(1-{Outputs})]",
            ("binary-cross-entropy", true) => $"sum [max({z}, 0) - y {z} + ln(1 + exp(-|{z}|))]",
            ("squared-error", _) => $"1/2 sum ({Outputs} - y)^2",
            _ => $"1/n sum ({Outputs} - y)^2",
        };
        return Of(step, sample, "loss", Last, "F3", "L", [], $"L = {text}", [saturated ? z : Outputs, "y"]);
    }

    public TraceRecord LossGradient(int step, int sample, bool saturated)
    {
        string no = $"1-{Outputs}";
        string text = (header.Loss, saturated) switch
        {
            ("cross-entropy", false) => $"-y / {Outputs}",
            ("cross-entropy", true) => $"-y / max({Outputs}, 2^-1022)",
            ("binary-cross-entropy", false) => $"-y / {Outputs} + (1-y) / ({no})",
            ("binary-cross-entropy", true) => $"-y / max({Outputs}, 2^-1022) + (1-y) / max({no}, 2^-1022)",
            ("squared-error", _) => $"{Outputs} - y",
            _ => $"2 ({Outputs} - y) / n",
        };
        string symbol = $"dL/d{Outputs}";
        return Of(step, sample, "backward", Last, "B1", symbol, [Size(Last)], $"{symbol} = {text}", [Outputs, "y"]);
    }

    public TraceRecord ActivationJacobian(int step, int sample, int l)
    {
        (string text, string operand) = header.Activations[l - 1] switch
        {
            "sigmoid" => ($"diag(a{l} (1 - a{l}))", $"a{l}"),
            "relu" => ($"diag(1 where z{l} > 0, else 0)", $"z{l}"),
            "tanh" => ($"diag(1 - a{l}^2)", $"a{l}"),
            "identity" => ("diag(1)", $"z{l}"),
            _ => ($"diag(a{l}) - a{l} a{l}^T", $"a{l}"),
        };
        string symbol = $"da{l}/dz{l}";
        return Of(step, sample, "backward", l, "B2", symbol, [Size(l), Size(l)], $"{symbol} = {text}", [operand]);
    }

    public TraceRecord ThroughActivation(int step, int sample, int l)
    {
        string symbol = $"dL/dz{l}";
        string[] operands = [$"da{l}/dz{l}", $"dL/da{l}"];
        return Of(step, sample, "backward", l, "B3", symbol, [Size(l)], $"{symbol} = (da{l}/dz{l})^T dL/da{l}", operands);
    }

    /// <summary>dL/dz of the last layer as a - y: the shortcut, or B3 of a saturated loss.</summary>
    public TraceRecord Difference(int step, int sample, bool shortcut)
    {
        string symbol = $"dL/dz{Last}";
        TraceRecord record = Of(step, sample, "backward", Last, shortcut ? "B3s" : "B3", symbol, [Size(Last)], $"{symbol} = {Outputs} - y", [Outputs, "y"]);
        return shortcut ? record : record with { Note = SaturatedNote };
    }

    public TraceRecord WeightJacobian(int step, int sample, int l, bool described)
    {
        string a = Output(l - 1);
        string symbol = $"dz{l}/dW{l}";
        TraceRecord record = Of(step, sample, "backward", l, "B4", symbol, [Size(l), Size(l), Size(l - 1)], $"{symbol}[i,j,k] = [i = j] {a}[k]", [a]);
        string note = $"described, not listed: over {LargestListed} numbers, all of them 0 or an element of {a}";
        return described ? record with { Note = note } : record;
    }

    public TraceRecord WeightGradient(int step, int sample, int l)
    {
        string a = Output(l - 1);
        string text = $"dL/dW{l}[j,k] = sum_i dL/dz{l}[i] dz{l}/dW{l}[i,j,k] = dL/dz{l}[j] {a}[k]";
        return Of(step, sample, "backward", l, "B5", $"dL/dW{l}", [Size(l), Size(l - 1)], text, [$"dL/dz{l}", $"dz{l}/dW{l}", a]);
    }

    public TraceRecord BiasGradient(int step, int sample, int l)
    {
        return Of(step, sample, "backward", l, "B6", $"dL/db{l}", [Size(l)], $"dL/db{l} = dL/dz{l}", [$"dL/dz{l}"]);
    }

    public TraceRecord InputJacobian(int step, int sample, int l)
    {
        string symbol = $"dz{l}/d{Output(l - 1)}";
        return Of(step, sample, "backward", l, "B7", symbol, [Size(l), Size(l - 1)], $"{symbol} = W{l}", [$"W{l}"]);
    }

    public TraceRecord ThroughWeights(int step, int sample, int l)
    {
        string symbol = $"dL/d{Output(l - 1)}";
        return Of(step, sample, "backward", l - 1, "B7", symbol, [Size(l - 1)], $"{symbol} = W{l}^T dL/dz{l}", [$"W{l}", $"dL/dz{l}"]);
    }

    /// <summary>The gradient over a batch of a parameter, <c>W1</c> or <c>b1</c>.</summary>
    public TraceRecord Batch(int step, int l, string parameter, int samples)
    {
        string symbol = $"{header.Reduction} dL/d{parameter}";
        string sum = header.Reduction == "mean" ? $"(sum_s dL/d{parameter}) / {samples}" : $"sum_s dL/d{parameter}";
        return Of(step, null, "mean", l, IsWeight(parameter) ? "M1" : "M2", symbol, Shape(l, parameter), $"{symbol} = {sum}", [$"dL/d{parameter}"]);
    }

    /// <summary>A parameter after the update.</summary>
    public TraceRecord Update(int step, int l, string parameter, int samples)
    {
        string equation = IsWeight(parameter) ? "U1" : "U2";
        bool moves = IsWeight(parameter) || header.UpdateBiases;
        string gradient = samples > 1 ? $"{header.Reduction} dL/d{parameter}" : $"dL/d{parameter}";
        string text = moves ? $"{parameter} - eta {gradient}" : parameter;
        string[] operands = moves ? [parameter, gradient] : [parameter];
        return Of(step, null, "update", l, equation, $"{parameter}'", Shape(l, parameter), $"{parameter}' = {text}", operands);
    }

    private static bool IsWeight(string parameter) => parameter.StartsWith('W');

    private int[] Shape(int l, string parameter) => IsWeight(parameter) ? [Size(l), Size(l - 1)] : [Size(l)];

    private int Size(int l) => header.Sizes[l];

    private static TraceRecord Given(int step, int? sample, string phase, int layer, string symbol, int[] shape)
    {
        return Of(step, sample, phase, layer, null, symbol, shape, null, []);
    }

    private static TraceRecord Of(
        int step, int? sample, string phase, int layer, string? equation, string symbol, int[] shape, string? formula, string[] operands)
    {
        return new TraceRecord
        {
            Step = step,
            Sample = sample,
            Phase = phase,
            Layer = layer,
            Equation = equation,
            Symbol = symbol,
            Shape = shape,
            Formula = formula,
            Operands = operands,
            Values = null,
        };
    }
}
