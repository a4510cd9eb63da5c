namespace LoopNet.Tracing;

/// <summary>Explains F1, F2 and F3.</summary>
internal sealed class ForwardDerivations(TraceHeader header, TensorScope scope, Numbers numbers)
{
    public Derivation WeightedSum(TraceRecord z, int i)
    {
        int l = z.Layer;
        string before = Names.Output(l - 1);
        TraceRecord W = scope.Find($"W{l}", z.Sample);
        TraceRecord a = scope.Find(before, z.Sample);
        WrittenSum sum = new();
        for (int k = 0; k < a.Count; k++)
        {
            sum.Add($"W{l}[{i},{k}] {before}[{k}]", $"{numbers.Part(W.At(i, k))}*{numbers.Part(a.At(k))}");
        }

        if (z.Operands.Contains($"b{l}"))
        {
            sum.Add($"b{l}[{i}]", numbers.Part(scope.Find($"b{l}", z.Sample).At(i)));
        }

        return new Derivation($"z{l}[{i}]", [sum.Named, sum.Numbered, numbers.Write(z.At(i))], IsSum: true);
    }

    public Derivation Output(TraceRecord a, int i)
    {
        int l = a.Layer;
        TraceRecord z = scope.Find($"z{l}", a.Sample);
        string name = $"z{l}[{i}]";
        string number = numbers.Part(z.At(i));
        string value = numbers.Write(a.At(i));
        string[] steps = header.Activations[l - 1] switch
        {
            // Below 0, Sigmoid.Value takes the same fraction with exp(z) above and below.
            "sigmoid" when z.At(i) < 0.0 =>
            [
                $"1 / (1 + exp(-{name}))",
                $"exp({name}) / (1 + exp({name}))",
                $"exp({numbers.Write(z.At(i))}) / (1 + exp({numbers.Write(z.At(i))}))",
                value,
            ],
            "sigmoid" => [$"1 / (1 + exp(-{name}))", $"1 / (1 + exp(-{number}))", value],
            "relu" => [$"max(0, {name})", $"max(0, {numbers.Write(z.At(i))})", value],
            "tanh" => [$"tanh({name})", $"tanh({numbers.Write(z.At(i))})", value],
            "softmax" => [$"exp({name} - max) / sum", $"exp({numbers.Write(z.At(i))} - {numbers.Part(Max(z))}) / {numbers.Write(SumOfExponentials(z))}", value],
            _ => [name, value],
        };
        return new Derivation($"a{l}[{i}]", steps, IsSum: false);
    }

    /// <summary>The maximum and the sum that softmax, or a saturated cross-entropy, refers to.</summary>
    public IReadOnlyList<Derivation> Preamble(TraceRecord record)
    {
        bool softmax = record.Equation == "F2" && header.Activations[record.Layer - 1] == "softmax";
        bool saturated = record.Equation == "F3" && IsSaturated(record) && header.Loss == "cross-entropy";
        if (!softmax && !saturated)
        {
            return [];
        }

        TraceRecord z = scope.Find($"z{record.Layer}", record.Sample);
        double max = Max(z);
        WrittenSum sum = new();
        WrittenSum values = new();
        for (int i = 0; i < z.Count; i++)
        {
            sum.Add($"exp({z.Symbol}[{i}] - max)", $"exp({numbers.Write(z.At(i))} - {numbers.Part(max)})");
            values.Add("", numbers.Write(Math.Exp(z.At(i) - max)));
        }

        return
        [
            new Derivation("max", [$"the largest of {z.Symbol}", numbers.Write(max)], IsSum: false),
            new Derivation("sum", [sum.Named, sum.Numbered, values.Numbered, numbers.Write(SumOfExponentials(z))], IsSum: true),
        ];
    }

    public Derivation Loss(TraceRecord L)
    {
        TraceRecord y = scope.Find("y", L.Sample);
        TraceRecord operand = scope.Find(L.Operands[0], L.Sample);
        WrittenSum sum = new();
        for (int i = 0; i < y.Count; i++)
        {
            AddLossTerm(sum, operand, y, i, IsSaturated(L));
        }

        (string left, string right) = (header.Loss, IsSaturated(L)) switch
        {
            ("cross-entropy" or "binary-cross-entropy", false) => ("-(", ")"),
            ("squared-error", _) => ("1/2 (", ")"),
            ("mean-squared-error", _) => ("(", $") / {y.Count}"),
            _ => ("", ""),
        };
        return new Derivation("L", [$"{left}{sum.Named}{right}", $"{left}{sum.Numbered}{right}", numbers.Write(L.At())], IsSum: true);
    }

    private static bool IsSaturated(TraceRecord L) => L.Operands[0].StartsWith('z');

    private static double Max(TraceRecord z) => z.Values!.Max();

    private static double SumOfExponentials(TraceRecord z)
    {
        double max = Max(z);
        double sum = 0.0;
        foreach (double number in z.Values!)
        {
            sum += Math.Exp(number - max);
        }

        return sum;
    }

    // A term whose target is 0 adds 0, whatever its logarithm is: that is what is written.
    private void AddLossTerm(WrittenSum sum, TraceRecord operand, TraceRecord y, int i, bool saturated)
    {
        string name = $"{operand.Symbol}[{i}]";
        double target = y.At(i);
        string value = numbers.Write(operand.At(i));
        string part = numbers.Part(operand.At(i));
        string factor = numbers.Part(target);
        switch (header.Loss, saturated)
        {
            case ("cross-entropy", false):
                sum.Add($"y[{i}] ln {name}", target == 0.0 ? "0" : $"{factor}*ln({value})");
                break;
            case ("cross-entropy", true):
                sum.Add($"y[{i}] (ln(sum) + max - {name})", target == 0.0 ? "0" : $"{factor}*(ln({numbers.Write(SumOfExponentials(operand))}) + {numbers.Part(Max(operand))} - {part})");
                break;
            case ("binary-cross-entropy", false):
                sum.Add($"y[{i}] ln {name}", target == 0.0 ? "0" : $"{factor}*ln({value})");
                sum.Add($"(1 - y[{i}]) ln(1 - {name})", target == 1.0 ? "0" : $"(1 - {factor})*ln(1 - {value})");
                break;
            case ("binary-cross-entropy", true):
                sum.Add($"max({name}, 0) - y[{i}] {name} + ln(1 + exp(-|{name}|))", $"max({value}, 0) - {factor}*{part} + ln(1 + exp(-|{value}|))");
                break;
            default:
                sum.Add($"({name} - y[{i}])^2", $"({value} - {factor})^2");
                break;
        }
    }
}
