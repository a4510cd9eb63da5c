namespace LoopNet.Checking;

/// <summary>The weighted sum of the layer before where its output belongs.</summary>
internal sealed class WeightedSumForOutput : Mistake
{
    public override string Title => "Weighted sum in place of the output";

    public override string Equation => "B5";

    public override string Right => "dL/dW_l[j,k] = dL/dz_l[j] a_(l-1)[k]";

    public override string Wrong => "dL/dW_l[j,k] = dL/dz_l[j] z_(l-1)[k]";

    public override string Explanation =>
        "The gradient of the weights was taken with the weighted sums of the layer before. What a weight multiplies in the forward pass is the output a, and so it is here.";

    public override string ShownIn => "mazur";

    public override string ShownBy => "dL/dW2[0,0]";

    public override IEnumerable<Variant> Variants(Example example)
    {
        return LayerChoice.Of(example, l => l > 1 && example.Network.Layers[l - 2].Activation is not Identity)
            .Select(choice => Variant(choice.Where, inner => new Steps(inner, choice)));
    }

    private sealed class Steps(StepEquations inner, LayerChoice layers) : MistakenEquations(inner)
    {
        public override void B5(Sheet sheet, int s, int l)
        {
            base.B5(sheet, s, l);
            if (layers.Has(l))
            {
                SampleSheet sample = sheet.Samples[s];
                Loops.WeightGradient(sample.dL_dz[l], sample.z[l - 1], sample.dL_dW[l]);
            }
        }
    }
}
