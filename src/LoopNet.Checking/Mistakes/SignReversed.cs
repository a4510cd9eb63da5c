namespace LoopNet.Checking;

/// <summary>The gradient of the loss with the wrong sign.</summary>
internal static class SignReversed
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Sign of the error reversed",
        Equation = "B1",
        Right = "dL/da = a - y, and dL/da = -y / a for cross-entropy",
        Wrong = "dL/da = y - a, and dL/da = y / a for cross-entropy",
        Explanation =
            "The error was taken as target minus output, so that every gradient has the wrong sign. A gradient points uphill: where the output is too large, it is positive.",
        SeenIn = "Steven Miller, Mind (2015), whose changes have the sign of minus the gradient and are added",
        ShownIn = "mazur",
        ShownBy = "dL/da2[0]",
        Variants = Ways,
    };

    private static IEnumerable<Variant> Ways(Example example)
    {
        return example.Rule.OutputGradient == OutputGradient.Shortcut
            ? [new Variant(Mistake, "", right => Alteration.ScaleLossGradient(right, _ => -1.0))]
            :
            [
                new Variant(Mistake, "in dL/da", right => Alteration.ScaleLossGradient(right, _ => -1.0)),
                new Variant(Mistake, "in dL/dz of the output layer", InWeightedSums),
            ];
    }

    private static StepEquations InWeightedSums(StepEquations right) => right with
    {
        B3 = (step, s, l) =>
        {
            right.B3(step, s, l);
            if (l == step.Last)
            {
                Alteration.Scale(step.Samples[s].dL_dz[l], -1.0);
            }
        },
    };
}
