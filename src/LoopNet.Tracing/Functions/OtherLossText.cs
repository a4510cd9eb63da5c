namespace LoopNet.Tracing;

/// <summary>How a loss is written that is not LoopNet's: by its definition, and with its values alone.</summary>
internal sealed class OtherLossText(Loss loss) : LossText
{
    public override bool ReadsTarget => loss.TakesTarget;

    public override string Value(string operand) => loss.DisplayDefinition;

    public override (string Left, string Right) Frame(int n) => ("", "");

    public override void AddTerms(WrittenSum sum, NamedVector operand, NamedVector y, int i, Numbers numbers)
    {
    }

    public override string Gradient(string a) => $"the gradient of {loss.DisplayName} at {a}";

    public override string[] GradientElement(NamedVector a, NamedVector y, int i, Numbers numbers) => [];
}
