namespace LoopNet.Tracing;

/// <summary>How the sum of squares is written.</summary>
internal sealed class SumOfSquaresText : LossText
{
    public override string Value(string operand) => $"sum ({operand} - y)^2";

    public override (string Left, string Right) Frame(int n) => ("", "");

    public override void AddTerms(WrittenSum sum, NamedVector operand, NamedVector y, int i, Numbers numbers)
    {
        sum.Add(Invariant($"({operand.Name(i)} - y[{i}])^2"), $"({numbers.Write(operand[i])} - {numbers.Part(y[i])})^2");
    }

    public override string Gradient(string a) => $"2 ({a} - y)";

    public override string[] GradientElement(NamedVector a, NamedVector y, int i, Numbers numbers)
    {
        return [Invariant($"2 ({a.Name(i)} - y[{i}])"), $"2*({numbers.Write(a[i])} - {numbers.Part(y[i])})"];
    }
}
