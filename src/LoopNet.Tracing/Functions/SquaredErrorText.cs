namespace LoopNet.Tracing;

/// <summary>How squared error is written.</summary>
internal sealed class SquaredErrorText : LossText
{
    public override string Value(string operand) => $"1/2 sum ({operand} - y)^2";

    public override (string Left, string Right) Frame(int n) => ("1/2 (", ")");

    public override void AddTerms(WrittenSum sum, NamedVector operand, NamedVector y, int i, Numbers numbers)
    {
        sum.Add(Invariant($"({operand.Name(i)} - y[{i}])^2"), $"({numbers.Write(operand[i])} - {numbers.Part(y[i])})^2");
    }

    public override string Gradient(string a) => $"{a} - y";

    public override string[] GradientElement(NamedVector a, NamedVector y, int i, Numbers numbers)
    {
        return [Invariant($"{a.Name(i)} - y[{i}]"), $"{numbers.Write(a[i])} - {numbers.Part(y[i])}"];
    }
}
