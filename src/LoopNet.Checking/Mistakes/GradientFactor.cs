namespace LoopNet.Checking;

/// <summary>A gradient of the loss with another constant factor than its loss gives.</summary>
internal sealed class GradientFactor : Mistake
{
    public override string Title => "Wrong factor in the gradient of the loss";

    public override string Equation => "B1";

    public override string Right => "dL/da = a - y for squared-error, dL/da = 2 (a - y) / n for mean-squared-error, dL/da = -y / a for cross-entropy";

    public override string Wrong => "the same with the 2, the 1/2 or the 1/n left out, put in or doubled";

    public override string Explanation =>
        "The gradient of the loss has another constant factor than the loss gives it. The 2 of the square cancels the 1/2 of squared-error, and it stays in mean-squared-error, together with 1/n.";

    public override string ShownIn => "mazur";

    public override string ShownBy => "dL/da2[0]";

    public override IEnumerable<Variant> Variants(Example example)
    {
        foreach ((double factor, string name) in LossFactors.Of(example))
        {
            yield return Variant($"{name} what it should be", inner => new ScaledLossGradient(inner, factor));
        }
    }
}
