namespace LoopNet.Tracing;

/// <summary>How binary cross-entropy is written. A term whose coefficient is 0 adds 0, whatever its logarithm is.</summary>
internal sealed class BinaryCrossEntropyText : LossText
{
    public override string Value(string operand) => $"-sum [y ln {operand} + (1-y) ln(1-{operand})]";

    public override (string Left, string Right) Frame(int n) => ("-(", ")");

    public override void AddTerms(WrittenSum sum, NamedVector operand, NamedVector y, int i, Numbers numbers)
    {
        string output = numbers.Write(operand[i]);
        string target = numbers.Part(y[i]);
        sum.Add(Invariant($"y[{i}] ln {operand.Name(i)}"), y[i] == 0.0 ? "0" : $"{target}*ln({output})");
        sum.Add(Invariant($"(1 - y[{i}]) ln(1 - {operand.Name(i)})"), y[i] == 1.0 ? "0" : $"(1 - {target})*ln(1 - {output})");
    }

    public override string Gradient(string a) => $"-y / {a} + (1-y) / (1-{a})";

    public override string[] GradientElement(NamedVector a, NamedVector y, int i, Numbers numbers)
    {
        string output = numbers.Write(a[i]);
        string target = numbers.Part(y[i]);
        return
        [
            Invariant($"-y[{i}] / {a.Name(i)} + (1 - y[{i}]) / (1 - {a.Name(i)})"),
            $"-{target} / {output} + (1 - {target}) / (1 - {output})",
        ];
    }
}
