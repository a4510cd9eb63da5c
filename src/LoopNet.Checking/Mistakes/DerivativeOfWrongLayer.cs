namespace LoopNet.Checking;

/// <summary>The derivative of the activation of a neighbouring layer.</summary>
internal static class DerivativeOfWrongLayer
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Derivative of the wrong layer",
        Equation = "B3",
        Right = "dL/dz_l = (da_l/dz_l)^T dL/da_l",
        Wrong = "the same with da/dz of the layer before or after, or with the formula of its activation",
        Explanation =
            "The derivative belongs to another layer than the gradient that it multiplies. On the way from dL/da_l to dL/dz_l stand the outputs and the activation of layer l itself.",
        ShownIn = "mazur",
        ShownBy = "dL/dz1[0]",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        foreach (int d in new[] { 1, -1 })
        {
            string layer = d > 0 ? "the layer after" : "the layer before";
            foreach (Taken taken in Enum.GetValues<Taken>())
            {
                string what = taken switch
                {
                    Taken.Values => $"the outputs of {layer} used",
                    Taken.Formula => $"the formula of {layer} used",
                    _ => $"the derivative of {layer} used",
                };

                // Before layer 1 stand the inputs: with them, or with the layers that have a layer before.
                int[] lowest = d < 0 && IsPossible(example, 1, 0, taken) ? [1, 2] : [1];
                foreach (int first in lowest)
                {
                    Func<int, bool> layers = l => l >= first && IsPossible(example, l, l + d, taken);
                    yield return Mistake.Way(right => right with { B2 = right.B2.Then((step, s, l) => Fill(step, s, l, l + d, taken)) }, what, layers);
                    yield return Mistake.Way(right => InTheProduct(right, d, taken), $"{what}, with da/dz itself right", layers);
                }
            }
        }
    }

    private enum Taken
    {
        Values,
        Formula,
        Both,
    }

    private static bool IsPossible(Example example, int l, int other, Taken taken)
    {
        int last = example.Network.Layers.Length;
        bool shortcut = l == last && example.Rule.OutputGradient == OutputGradient.Shortcut;
        if (other < (taken == Taken.Values ? 0 : 1) || other > last || shortcut)
        {
            return false;
        }

        Activation own = example.Network.Layers[l - 1].Activation;
        Activation? neighbour = other == 0 ? null : example.Network.Layers[other - 1].Activation;
        bool sameFormula = neighbour is not null && neighbour.DisplayName == own.DisplayName;
        int[] n = example.Network.Sizes();
        bool elementwise = own is ElementwiseActivation && neighbour is ElementwiseActivation or null;
        bool fits = n[other] == n[l] || (elementwise && n[other] > n[l]);
        return taken switch
        {
            Taken.Values => fits && own is not Identity,
            Taken.Formula => !sameFormula,
            _ => fits && !sameFormula,
        };
    }

    private static void Fill(CalculatedStep step, int s, int l, int other, Taken taken)
    {
        SampleRecord sample = step.Samples[s];
        int from = taken == Taken.Formula ? l : other;
        int units = sample.z[l].Length;
        double[] a = sample.a[from][..units];
        double[] z = from == 0 ? a : sample.z[from][..units];
        step.Activation(taken == Taken.Values ? l : other).Jacobian(z, a, sample.da_dz[l]);
    }

    private static StepEquations InTheProduct(StepEquations right, int d, Taken taken)
    {
        return Alteration.InTheProduct(right, (step, s, l) => Fill(step, s, l, l + d, taken));
    }
}
