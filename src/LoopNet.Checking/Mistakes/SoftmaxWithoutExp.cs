namespace LoopNet.Checking;

/// <summary>Shares of the weighted sums themselves, in place of shares of their exponentials.</summary>
internal sealed class SoftmaxWithoutExp : Mistake
{
    public override string Title => "Softmax without exp";

    public override string Equation => "F2";

    public override string Right => "a[i] = exp(z[i]) / sum_j exp(z[j])";

    public override string Wrong => "a[i] = z[i] / sum_j z[j]";

    public override string Explanation =>
        "Each weighted sum was divided by their sum, without taking exponentials first. Softmax divides exp(z), which is why its outputs are positive.";

    public override string? SeenIn => "Prakash Jay, Back-Propagation is very simple (2017), in the first version of its outputs";

    public override string ShownIn => "tiny";

    public override string ShownBy => "a3[0]";

    public override IEnumerable<Variant> Variants(Example example)
    {
        return LayerChoice.Of(example, l => example.Network.Layers[l - 1].Activation is Softmax)
            .Select(choice => Variant(choice.Where, inner => new Steps(inner, choice)));
    }

    private sealed class Steps(StepEquations inner, LayerChoice layers) : MistakenEquations(inner)
    {
        public override void F2(Sheet sheet, int s, int l)
        {
            if (!layers.Has(l))
            {
                base.F2(sheet, s, l);
                return;
            }

            double[] z = sheet.Samples[s].z[l];
            double[] a = sheet.Samples[s].a[l];
            double sum = 0.0;
            foreach (double score in z)
            {
                sum += score;
            }

            for (int i = 0; i < z.Length; i++)
            {
                a[i] = z[i] / sum;
            }
        }
    }
}
