namespace LoopNet.Tracing;

/// <summary>How cross-entropy is written where it is saturated: from the weighted sums, with divisors of at least 2^-1022.</summary>
internal sealed class SaturatedCrossEntropyText : LossText
{
    public override string Operand(int last) => Invariant($"z{last}");

    public override IReadOnlyList<Derivation> Preamble(NamedVector operand, Numbers numbers) => new ShiftedExponentials(operand).Derivations(numbers);

    public override string Value(string operand) => $"sum y (ln sum exp({operand} - max) + max - {operand})";

    public override (string Left, string Right) Frame(int n) => ("", "");

    public override void AddTerms(WrittenSum sum, NamedVector operand, NamedVector y, int i, Numbers numbers)
    {
        ShiftedExponentials exponentials = new(operand);
        string term = $"{numbers.Part(y[i])}*(ln({numbers.Write(exponentials.Sum)}) + {numbers.Part(exponentials.Max)} - {numbers.Part(operand[i])})";
        sum.Add(Invariant($"y[{i}] (ln(sum) + max - {operand.Name(i)})"), y[i] == 0.0 ? "0" : term);
    }

    public override string Gradient(string a) => $"-y / max({a}, 2^-1022)";

    public override string[] GradientElement(NamedVector a, NamedVector y, int i, Numbers numbers)
    {
        string named = Invariant($"-y[{i}] / max({a.Name(i)}, 2^-1022)");
        return [named, $"-{numbers.Part(y[i])} / max({numbers.Write(a[i])}, 2^-1022)"];
    }

    public override bool Reads(double target) => target != 0.0;
}
