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
                foreach (LayerChoice choice in Choices(example, d, taken))
                {
                    string what = taken switch
                    {
                        Taken.Values => $"the outputs of {layer}",
                        Taken.Formula => $"the formula of {layer}",
                        _ => $"the derivative of {layer}",
                    };
                    yield return Variant($"{what} used {choice.Where}", inner => new AsJacobian(inner, choice, d, taken));
                    yield return Variant($"{what} used {choice.Where}, with da/dz itself right", inner => new InTheProduct(inner, choice, d, taken));
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

    private abstract class WithOtherJacobian(StepEquations inner, LayerChoice layers, int d, Taken taken) : MistakenEquations(inner)
    {
        protected bool Has(int l) => layers.Has(l);

        protected void Fill(Sheet sheet, int s, int l, double[][] da_dz)
        {
            SampleSheet sample = sheet.Samples[s];
            int other = l + d;
            int from = taken == Taken.Formula ? l : other;
            int units = sample.z[l].Length;
            double[] a = sample.a[from][..units];
            double[] z = from == 0 ? a : sample.z[from][..units];
            Activation activation = sheet.Activation(taken == Taken.Values ? l : other);
            activation.Jacobian(z, a, da_dz);
        }
    }

    private sealed class AsJacobian(StepEquations inner, LayerChoice layers, int d, Taken taken) : WithOtherJacobian(inner, layers, d, taken)
    {
        public override void B2(Sheet sheet, int s, int l)
        {
            base.B2(sheet, s, l);
            if (Has(l))
            {
                Fill(sheet, s, l, sheet.Samples[s].da_dz[l]);
            }
        }
    }

    private sealed class InTheProduct(StepEquations inner, LayerChoice layers, int d, Taken taken) : WithOtherJacobian(inner, layers, d, taken)
    {
        public override void B3(Sheet sheet, int s, int l)
        {
            SampleSheet sample = sheet.Samples[s];
            double[][] written = sample.da_dz[l];
            if (Has(l))
            {
                sample.da_dz[l] = Tensors.Matrix(written.Length, written.Length);
                Fill(sheet, s, l, sample.da_dz[l]);
            }

            base.B3(sheet, s, l);
            sample.da_dz[l] = written;
        }
    }
}
