namespace LoopNet.Checking;

/// <summary>The logarithm to base 10 in the loss.</summary>
internal sealed class Log10ForLn : Mistake
{
    private static readonly double Factor = 1.0 / Math.Log(10.0);

    public override string Title => "Log10 for ln";

    public override string Equation => "F3";

    public override string Right => "L = -sum y ln a";

    public override string Wrong => "L = -sum y log10 a";

    public override string Explanation =>
        "The loss was taken with the logarithm to base 10, so it is 2.3026 times too small. The logarithm of a loss is the natural one, ln; on many calculators the key log is base 10.";

    public override string? SeenIn => "Prakash Jay, Back-Propagation is very simple (2017), in its error";

    public override string ShownIn => "tiny";

    public override string ShownBy => "L";

    public override IEnumerable<Variant> Variants(Example example)
    {
        if (example.Network.Loss is CrossEntropy or BinaryCrossEntropy)
        {
            yield return Variant("in the loss", inner => new Logarithm(inner));
            yield return Variant("in the loss and in its gradient", inner => new ScaledLossGradient(new Logarithm(inner), Factor));
        }
    }

    private sealed class Logarithm(StepEquations inner) : MistakenEquations(inner)
    {
        public override void F3(Sheet sheet, int s)
        {
            base.F3(sheet, s);
            Scale(sheet.Samples[s].L, Factor);
        }
    }
}
