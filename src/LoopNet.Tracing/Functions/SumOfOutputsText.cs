namespace LoopNet.Tracing;

/// <summary>How the sum of the outputs is written. It has no target, and its gradient is 1 whatever the outputs are.</summary>
internal sealed class SumOfOutputsText : LossText
{
    public override bool ReadsTarget => false;

    public override bool GradientReads => false;

    public override string Value(string operand) => $"sum {operand}";

    public override (string Left, string Right) Frame(int n) => ("", "");

    public override void AddTerms(WrittenSum sum, NamedVector operand, NamedVector y, int i, Numbers numbers)
    {
        // A single output is no term of a sum.
        bool isTerm = operand.Values.Length > 1;
        sum.Add(operand.Name(i), isTerm ? numbers.Part(operand[i]) : numbers.Write(operand[i]));
    }

    public override string Gradient(string a) => "1";

    public override string[] GradientElement(NamedVector a, NamedVector y, int i, Numbers numbers) => [];
}
