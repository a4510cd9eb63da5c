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
        Variants = Ways,
    };

    private enum Taken
    {
        Values,
        Formula,
        Both,
    }

    private static IEnumerable<Variant> Ways(Example example)
    {
        foreach (int d in new[] { 1, -1 })
        {
            string layer = d > 0 ? "the layer after" : "the layer before";
            foreach (Taken taken in Enum.GetValues<Taken>())
            {
                foreach (LayerChoice choice in Choices(example, d, taken))
                {
                    string what = taken switch
                    {
                        Taken.Values => $"the outputs of {layer}",
                        Taken.Formula => $"the formula of {layer}",
                        _ => $"the derivative of {layer}",
                    };
                    yield return new Variant(Mistake, $"{what} used {choice.Where}", right => right with
                    {
                        B2 = choice.After(right.B2, (step, s, l) => Fill(step, s, l, l + d, taken, step.Samples[s].da_dz[l])),
                    });
                    yield return new Variant(Mistake, $"{what} used {choice.Where}, with da/dz itself right", right => right with
                    {
                        B3 = choice.Instead(right.B3, (step, s, l) => InTheProduct(right, step, s, l, l + d, taken)),
                    });
                }
            }
        }
    }

    // Before layer 1 stand the inputs: with them, or with the layers that have a layer before.
    private static IEnumerable<LayerChoice> Choices(Example example, int d, Taken taken)
    {
        IEnumerable<LayerChoice> all = LayerChoice.Of(example, l => IsPossible(example, l, l + d, taken));
        IEnumerable<LayerChoice> amongLayers = LayerChoice.Of(example, l => l + d >= 1 && IsPossible(example, l, l + d, taken));
        return all.Concat(amongLayers).DistinctBy(choice => choice.Where, StringComparer.Ordinal);
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
        bool sameFormula = neighbour is not null && neighbour.Name == own.Name;
        int[] n = example.Network.Sizes();
        bool elementwise = own is not Softmax && neighbour is not Softmax;
        bool fits = n[other] == n[l] || (elementwise && n[other] > n[l]);
        return taken switch
        {
            Taken.Values => fits && own is not Identity,
            Taken.Formula => !sameFormula,
            _ => fits && !sameFormula,
        };
    }

    private static void Fill(CalculatedStep step, int s, int l, int other, Taken taken, double[][] da_dz)
    {
        SampleRecord sample = step.Samples[s];
        int from = taken == Taken.Formula ? l : other;
        int units = sample.z[l].Length;
        double[] a = sample.a[from][..units];
        double[] z = from == 0 ? a : sample.z[from][..units];
        Activation activation = step.Activation(taken == Taken.Values ? l : other);
        activation.Jacobian(z, a, da_dz);
    }

    private static void InTheProduct(StepEquations right, CalculatedStep step, int s, int l, int other, Taken taken)
    {
        SampleRecord sample = step.Samples[s];
        double[][] written = sample.da_dz[l];
        sample.da_dz[l] = Tensors.Matrix(written.Length, written.Length);
        Fill(step, s, l, other, taken, sample.da_dz[l]);
        right.B3(step, s, l);
        sample.da_dz[l] = written;
    }
}
