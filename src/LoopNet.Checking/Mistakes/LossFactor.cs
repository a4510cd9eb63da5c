namespace LoopNet.Checking;

/// <summary>A loss with another constant factor than its definition has.</summary>
internal sealed class LossFactor : Mistake
{
    public override string Title => "Wrong factor in the loss";

    public override string Equation => "F3";

    public override string Right => "L = 1/2 sum (a - y)^2 for squared-error, L = 1/n sum (a - y)^2 for mean-squared-error, L = -sum y ln a for cross-entropy";

    public override string Wrong => "the same with the 1/2, the 2 or the 1/n left out, put in or doubled";

    public override string Explanation =>
        "The loss has another constant factor than its definition. The names tell them apart: squared-error has 1/2 and no mean, mean-squared-error has 1/n and no 1/2, the cross-entropies have neither.";

    public override string ShownIn => "mazur";

    public override string ShownBy => "L";

    public override IEnumerable<Variant> Variants(Example example)
    {
        foreach ((double factor, string name) in LossFactors.Of(example))
        {
            yield return Variant($"the loss {name} what it should be", inner => new Scaled(inner, factor));
        }

        foreach ((double factor, string name) in LossFactors.Of(example))
        {
            yield return Variant($"the loss and its gradient {name} what they should be", inner => new ScaledLossGradient(new Scaled(inner, factor), factor));
        }
    }

    private sealed class Scaled(StepEquations inner, double factor) : MistakenEquations(inner)
    {
        public override void F3(Sheet sheet, int s)
        {
            base.F3(sheet, s);
            Scale(sheet.Samples[s].L, factor);
        }
    }
}
