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
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        if (!Alteration.HasTarget(example))
        {
            yield break;
        }

        bool shortcut = example.Rule.OutputGradient == OutputGradient.Shortcut;
        yield return Mistake.Way(right => Alteration.ScaleLossGradient(right, _ => -1.0), shortcut ? "" : "in dL/da");
        if (!shortcut)
        {
            yield return Mistake.Way(right => right with { B3 = right.B3.Then(Reverse) }, "in dL/dz of the output layer");
        }
    }

    private static void Reverse(CalculatedStep step, int s, int l)
    {
        if (l == step.Last)
        {
            Alteration.Scale(step.Samples[s].dL_dz[l], -1.0);
        }
    }
}
