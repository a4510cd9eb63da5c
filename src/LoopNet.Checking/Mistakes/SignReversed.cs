namespace LoopNet.Checking;

/// <summary>The gradient of the loss with the wrong sign.</summary>
internal sealed class SignReversed : Mistake
{
    public override string Title => "Sign of the error reversed";

    public override string Equation => "B1";

    public override string Right => "dL/da = a - y, and dL/da = -y / a for cross-entropy";

    public override string Wrong => "dL/da = y - a, and dL/da = y / a for cross-entropy";

    public override string Explanation =>
        "The error was taken as target minus output, so that every gradient has the wrong sign. A gradient points uphill: where the output is too large, it is positive.";

    public override string? SeenIn => "Steven Miller, Mind (2015), whose changes have the sign of minus the gradient and are added";

    public override string ShownIn => "mazur";

    public override string ShownBy => "dL/da2[0]";

    public override IEnumerable<Variant> Variants(Example example)
    {
        yield return Variant(example.Rule.OutputGradient == OutputGradient.Jacobian ? "in dL/da" : "", inner => new ScaledLossGradient(inner, -1.0));
        if (example.Rule.OutputGradient == OutputGradient.Jacobian)
        {
            yield return Variant("in dL/dz of the output layer", inner => new InWeightedSums(inner));
        }
    }

    private sealed class InWeightedSums(StepEquations inner) : MistakenEquations(inner)
    {
        public override void B3(Sheet sheet, int s, int l)
        {
            base.B3(sheet, s, l);
            if (l == sheet.LastLayer)
            {
                Scale(sheet.Samples[s].dL_dz[l], -1.0);
            }
        }
    }
}
