namespace LoopNet.Verifying;

/// <summary>The formulas of single numbers, by their equation, over the records of a step and of the sample that is read.</summary>
internal sealed class ElementFormulas(FileHeader header, IReadOnlyDictionary<string, FileRecord> records)
{
    /// <summary>The formula of an element; null where it reads nothing, or a number of every sample.</summary>
    public ElementFormula? Of(RecordForm form, int[] index)
    {
        int l = form.Layer;
        int unit = index.FirstOrDefault();
        string element = $"[{string.Join(',', index)}]";
        string before = form.Operands.Length > 0 ? form.Operands[^1] : "";
        return form.Equation switch
        {
            "F1" => new([.. WeightedSum(form, unit)]),
            "F2" => new(OfUnit(BelowZero(l, unit) ?? Activation(l).Value, l, unit)),
            "F3" => new([.. Units(l).SelectMany(i => Loss().Terms.Select(term => OfUnit(term, l, i)))]) { Around = Around(l), IsLoss = true },
            "B1" => new(OfUnit(Loss().GradientFormula, l, unit)),
            "B2" when index[0] == index[1] => new(OfUnit(Activation(l).Derivative, l, unit)),
            "B2" when header.Activations[l - 1] == "softmax" => new(Invariant($"-a{l}[{index[0]}]*a{l}[{index[1]}]")),
            "B3" or "B3s" when before == "y" => new(Invariant($"a{l}[{unit}] - y[{unit}]")),
            "B3" => new([.. Units(l).Select(i => Invariant($"da{l}/dz{l}[{i},{unit}]*dL/da{l}[{i}]"))]),
            "B4" when index[0] == index[1] => new(Invariant($"{before}[{index[2]}]")),
            "B5" => new(Invariant($"dL/dz{l}[{index[0]}]*{before}[{index[1]}]")),
            "B6" => new(Invariant($"dL/dz{l}[{unit}]")),
            "B7" when index.Length == 2 => new(Invariant($"W{l}{element}")),
            "B7" => new([.. Units(l + 1).Select(i => Invariant($"W{l + 1}[{i},{unit}]*dL/dz{l + 1}[{i}]"))]) { ShowsProducts = true },
            "U1" or "U2" => new(form.Operands.Length == 1 ? $"{before}{element}" : $"{form.Operands[0]}{element} - eta*{before}{element}"),
            _ => null,
        };
    }

    /// <summary>What stands after each equals sign but the last; nothing for what a trace lists without its arithmetic.</summary>
    public string[]? Written(RecordForm form, int[] index)
    {
        bool isListed = form.Equation == "B4" || (form.Equation == "B7" && index.Length == 2);
        string[]? written = isListed ? null : Of(form, index)?.Written((name, place) => Number(name, place, form.Layer));
        bool isNothing = form.Equation == "B1" && header.Loss == "cross-entropy" && records["y"].Values[index[0]] == 0.0;
        return isNothing ? written![..1] : written;
    }

    private IEnumerable<string> WeightedSum(RecordForm form, int i)
    {
        (string W, string before) = (form.Operands[0], form.Operands[1]);
        return Units(form.Layer - 1).Select(k => Invariant($"{W}[{i},{k}]*{before}[{k}]")).Concat(form.Operands.Skip(2).Select(b => Invariant($"{b}[{i}]")));
    }

    private string? BelowZero(int l, int i) => records[Invariant($"z{l}")].Values[i] < 0.0 ? Activation(l).ValueBelowZero : null;

    private double Number(string name, int[] index, int l) => name switch
    {
        "eta" => header.LearningRate!.Value,
        "slope" => header.Slopes![l - 1]!.Value,
        "max" => records[Invariant($"z{l}")].Values.Max(),
        "sum" => ExponentialOutputs.Sum(records[Invariant($"z{l}")].Values).Derived,
        _ => records[name].Values[records[name].Place(index)],
    };

    private LossRule Loss() => LossRule.Of(header, records[Invariant($"a{header.Last}")].Values, records.TryGetValue("y", out FileRecord? y) ? y.Values : []);

    private (string Left, string Right) Around(int l) => (Loss().Around.Left, OfUnit(Loss().Around.Right, l, 0));

    private ActivationRule Activation(int l) => ActivationRule.Of(header, l);

    private string OfUnit(string formula, int l, int i) => UnitFormula.OfUnit(formula, l, i, header.Sizes[l]);

    private IEnumerable<int> Units(int l) => Enumerable.Range(0, header.Sizes[l]);
}
