namespace LoopNet.Tracing;

/// <summary>How cross-entropy is written. A term whose target is 0 adds 0, whatever its logarithm is: that is what is written.</summary>
internal sealed class CrossEntropyText : LossText
{
    public override string Value(string operand) => $"-sum y ln {operand}";

    public override (string Left, string Right) Frame(int n) => ("-(", ")");

    public override void AddTerms(WrittenSum sum, NamedVector operand, NamedVector y, int i, Numbers numbers)
    {
        sum.Add(Invariant($"y[{i}] ln {operand.Name(i)}"), y[i] == 0.0 ? "0" : $"{numbers.Part(y[i])}*ln({numbers.Write(operand[i])})");
    }

    public override string Gradient(string a) => $"-y / {a}";

    public override string[] GradientElement(NamedVector a, NamedVector y, int i, Numbers numbers)
    {
        // 0 / 0 would be written where it is not computed.
        string named = Invariant($"-y[{i}] / {a.Name(i)}");
        return a[i] == 0.0 && y[i] == 0.0 ? [named] : [named, $"-{numbers.Part(y[i])} / {numbers.Write(a[i])}"];
    }

    public override bool Reads(double target) => target != 0.0;
}
