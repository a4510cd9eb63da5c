namespace LoopNet.Tracing;

/// <summary>How binary cross-entropy is written where it is saturated: from the weighted sums, with divisors of at least 2^-1022.</summary>
internal sealed class SaturatedBinaryCrossEntropyText : LossText
{
    public override string Operand(int last) => Invariant($"z{last}");

    public override string Value(string operand) => $"sum [max({operand}, 0) - y {operand} + ln(1 + exp(-|{operand}|))]";

    public override (string Left, string Right) Frame(int n) => ("", "");

    public override void AddTerms(WrittenSum sum, NamedVector operand, NamedVector y, int i, Numbers numbers)
    {
        string name = operand.Name(i);
        string number = numbers.Write(operand[i]);
        sum.Add(
            Invariant($"max({name}, 0) - y[{i}] {name} + ln(1 + exp(-|{name}|))"),
            $"max({number}, 0) - {numbers.Part(y[i])}*{numbers.Part(operand[i])} + ln(1 + exp(-|{number}|))");
    }

    public override string Gradient(string a) => $"-y / max({a}, 2^-1022) + (1-y) / max(1-{a}, 2^-1022)";

    public override string[] GradientElement(NamedVector a, NamedVector y, int i, Numbers numbers)
    {
        string output = numbers.Write(a[i]);
        string target = numbers.Part(y[i]);
        return
        [
            Invariant($"-y[{i}] / max({a.Name(i)}, 2^-1022) + (1 - y[{i}]) / max(1 - {a.Name(i)}, 2^-1022)"),
            $"-{target} / max({output}, 2^-1022) + (1 - {target}) / max(1 - {output}, 2^-1022)",
        ];
    }
}
