namespace LoopNet.Tracing;

/// <summary>Explains B1 to B7.</summary>
internal sealed class BackwardDerivations(TraceHeader header, TensorScope scope, Numbers numbers)
{
    public Derivation LossGradient(TraceRecord record, int i)
    {
        TraceRecord a = scope.Find($"a{record.Layer}", record.Sample);
        TraceRecord y = scope.Find("y", record.Sample);
        string name = $"{a.Symbol}[{i}]";
        string output = numbers.Write(a.At(i));
        string target = numbers.Part(y.At(i));
        string value = numbers.Write(record.At(i));
        bool floored = record.Formula!.Contains("max(", StringComparison.Ordinal);
        string[] steps = header.Loss switch
        {
            "cross-entropy" when y.At(i) == 0.0 => [$"-y[{i}] / {Floored(name, floored)}", value],
            "cross-entropy" => [$"-y[{i}] / {Floored(name, floored)}", $"-{target} / {Floored(output, floored)}", value],
            "binary-cross-entropy" =>
            [
                $"-y[{i}] / {Floored(name, floored)} + (1 - y[{i}]) / {Floored($"(1 - {name})", floored)}",
                $"-{target} / {Floored(output, floored)} + (1 - {target}) / {Floored($"(1 - {output})", floored)}",
                value,
            ],
            "squared-error" => [$"{name} - y[{i}]", $"{output} - {target}", value],
            _ => [$"2 ({name} - y[{i}]) / {y.Count}", $"2*({output} - {target}) / {y.Count}", value],
        };
        return new Derivation($"{record.Symbol}[{i}]", steps, IsSum: false);
    }

    public Derivation? ActivationJacobian(TraceRecord record, int i, int j)
    {
        int l = record.Layer;
        string activation = header.Activations[l - 1];
        if (i != j && activation != "softmax")
        {
            return null;
        }

        TraceRecord a = scope.Find($"a{l}", record.Sample);
        double z = scope.Find($"z{l}", record.Sample).At(i);
        string name = $"a{l}[{i}]";
        string output = numbers.Part(a.At(i));
        string value = numbers.Write(record.At(i, j));
        string[] steps = (activation, i == j) switch
        {
            ("softmax", false) => [$"-{name} a{l}[{j}]", $"-{output}*{numbers.Part(a.At(j))}", value],
            ("softmax" or "sigmoid", true) => [$"{name} (1 - {name})", $"{output}*(1 - {output})", value],
            ("relu", _) => [$"[z{l}[{i}] > 0]", $"[{numbers.Write(z)} > 0]", value],
            ("tanh", _) => [$"1 - {name}^2", $"1 - {output}^2", value],
            _ => [value],
        };
        return new Derivation($"{record.Symbol}[{i},{j}]", steps, IsSum: false);
    }

    public Derivation ThroughActivation(TraceRecord record, int j)
    {
        string value = numbers.Write(record.At(j));
        if (record.Operands[1] == "y")
        {
            return Shortcut(record, j);
        }

        TraceRecord jacobian = scope.Find(record.Operands[0], record.Sample);
        TraceRecord gradient = scope.Find(record.Operands[1], record.Sample);
        WrittenSum sum = new();
        for (int i = 0; i < gradient.Count; i++)
        {
            sum.Add(
                $"{jacobian.Symbol}[{i},{j}] {gradient.Symbol}[{i}]",
                $"{numbers.Part(jacobian.At(i, j))}*{numbers.Part(gradient.At(i))}");
        }

        return new Derivation($"{record.Symbol}[{j}]", [sum.Named, sum.Numbered, value], IsSum: true);
    }

    /// <summary>a - y, where it is the equation itself or stands beside B3.</summary>
    public Derivation Shortcut(TraceRecord record, int j)
    {
        TraceRecord a = scope.Find($"a{record.Layer}", record.Sample);
        TraceRecord y = scope.Find("y", record.Sample);
        double difference = a.At(j) - y.At(j);
        string[] steps = [$"{a.Symbol}[{j}] - y[{j}]", $"{numbers.Write(a.At(j))} - {numbers.Part(y.At(j))}", numbers.Write(difference)];
        return new Derivation($"{record.Symbol}[{j}]", steps, IsSum: false);
    }

    public Derivation WeightGradient(TraceRecord record, int j, int k)
    {
        int l = record.Layer;
        string before = Names.Output(l - 1);
        TraceRecord dL_dz = scope.Find($"dL/dz{l}", record.Sample);
        TraceRecord a = scope.Find(before, record.Sample);
        string[] steps =
        [
            $"dL/dz{l}[{j}] {before}[{k}]",
            $"{numbers.Part(dL_dz.At(j))}*{numbers.Part(a.At(k))}",
            numbers.Write(record.At(j, k)),
        ];
        return new Derivation($"{record.Symbol}[{j},{k}]", steps, IsSum: false);
    }

    public Derivation BiasGradient(TraceRecord record, int j)
    {
        return new Derivation($"{record.Symbol}[{j}]", [$"dL/dz{record.Layer}[{j}]", numbers.Write(record.At(j))], IsSum: false);
    }

    public Derivation ThroughWeights(TraceRecord record, int k)
    {
        int l = record.Layer + 1;
        TraceRecord W = scope.Find($"W{l}", record.Sample);
        TraceRecord dL_dz = scope.Find($"dL/dz{l}", record.Sample);
        WrittenSum products = new();
        WrittenSum values = new();
        List<Derivation> contributions = [];
        for (int i = 0; i < dL_dz.Count; i++)
        {
            string named = $"W{l}[{i},{k}] dL/dz{l}[{i}]";
            string numbered = $"{numbers.Part(W.At(i, k))}*{numbers.Part(dL_dz.At(i))}";

            // Sums start at 0.0: the first term is never -0.
            double product = 0.0 + (W.At(i, k) * dL_dz.At(i));
            products.Add(named, numbered);
            values.Add("", numbers.Part(product));
            contributions.Add(new Derivation($"from unit {i}", [named, numbered, numbers.Write(product)], IsSum: false));
        }

        // A sum of one term has nothing to add up.
        string value = numbers.Write(record.At(k));
        string[] steps = dL_dz.Count == 1 ? [products.Named, value] : [products.Named, values.Numbered, value];
        return new Derivation($"{record.Symbol}[{k}]", steps, IsSum: true)
        {
            Contributions = W.Count <= StepTensors.LargestListed ? contributions : [],
        };
    }

    private static string Floored(string divisor, bool floored) => floored ? $"max({divisor.Trim('(', ')')}, 2^-1022)" : divisor;
}
