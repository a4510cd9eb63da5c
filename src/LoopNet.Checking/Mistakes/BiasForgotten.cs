namespace LoopNet.Checking;

/// <summary>The weighted sums without their biases.</summary>
internal sealed class BiasForgotten : Mistake
{
    public override string Title => "Bias forgotten";

    public override string Equation => "F1";

    public override string Right => "z = W a + b";

    public override string Wrong => "z = W a";

    public override string Explanation => "The bias was not added to the weighted sum. Every unit has one of its own, and it is added last.";

    public override string ShownIn => "mazur";

    public override string ShownBy => "z1[0]";

    public override IEnumerable<Variant> Variants(Example example)
    {
        return LayerChoice.Of(example, l => example.Network.Layers[l - 1].b is not null)
            .Select(choice => Variant(choice.Where, inner => new Steps(inner, choice)));
    }

    private sealed class Steps(StepEquations inner, LayerChoice layers) : MistakenEquations(inner)
    {
        public override void F1(Sheet sheet, int s, int l)
        {
            if (!layers.Has(l))
            {
                base.F1(sheet, s, l);
                return;
            }

            SampleSheet sample = sheet.Samples[s];
            Loops.WeightedSums(sheet.W[l], sample.a[l - 1], null, sample.z[l]);
        }
    }
}
