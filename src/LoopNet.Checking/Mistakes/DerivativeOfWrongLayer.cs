namespace LoopNet.Checking;

/// <summary>The derivative of the activation of a neighbouring layer.</summary>
internal sealed class DerivativeOfWrongLayer : Mistake
{
    private enum Taken
    {
        Values,
        Formula,
        Both,
    }

    public override string Title => "Derivative of the wrong layer";

    public override string Equation => "B3";

    public override string Right => "dL/dz_l = (da_l/dz_l)^T dL/da_l";

    public override string Wrong => "the same with da/dz of the layer before or after, or with the formula of its activation";

    public override string Explanation =>
        "The derivative belongs to another layer than the gradient that it multiplies. On the way from dL/da_l to dL/dz_l stand the outputs and the activation of layer l itself.";

    public override string ShownIn => "mazur";

    public override string ShownBy => "dL/dz1[0]";

    public override IEnumerable<Variant> Variants(Example example)
    {
        foreach (int d in new[] { 1, -1 })
        {
            string layer = d > 0 ? "the layer after" : "the layer before";
            foreach (Taken taken in Enum.GetValues<Taken>())
            {
                foreach (LayerChoice choice in LayerChoice.Of(example, l => IsPossible(example, l, l + d, taken)))
                {
                    string what = taken switch
                    {
                        Taken.Values => $"the outputs of {layer}",
                        Taken.Formula => $"the formula of {layer}",
                        _ => $"the derivative of {layer}",
                    };
                    yield return Variant($"{what} used {choice.Where}", inner => new Steps(inner, choice, d, taken));
                }
            }
        }
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

    private sealed class Steps(StepEquations inner, LayerChoice layers, int d, Taken taken) : MistakenEquations(inner)
    {
        public override void B2(Sheet sheet, int s, int l)
        {
            base.B2(sheet, s, l);
            if (!layers.Has(l))
            {
                return;
            }

            SampleSheet sample = sheet.Samples[s];
            int other = l + d;
            int from = taken == Taken.Formula ? l : other;
            int units = sample.z[l].Length;
            double[] a = sample.a[from][..units];
            double[] z = from == 0 ? a : sample.z[from][..units];
            Activation activation = sheet.Activation(taken == Taken.Values ? l : other);
            activation.Jacobian(z, a, sample.da_dz[l]);
        }
    }
}
