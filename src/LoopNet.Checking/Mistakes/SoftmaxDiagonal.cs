namespace LoopNet.Checking;

/// <summary>Softmax's Jacobian without what stands off its diagonal.</summary>
internal sealed class SoftmaxDiagonal : Mistake
{
    public override string Title => "Softmax Jacobian cut to its diagonal";

    public override string Equation => "B2";

    public override string Right => "da[i]/dz[j] = a[i] ([i = j] - a[j])";

    public override string Wrong => "da[i]/dz[i] = a[i] (1 - a[i]), and 0 where i is not j";

    public override string Explanation =>
        "Only the diagonal of softmax's Jacobian was used. Every output of a softmax depends on every weighted sum, so the elements off the diagonal, -a[i] a[j], count as well.";

    public override string? SeenIn => "Prakash Jay, Back-Propagation is very simple (2017)";

    public override string ShownIn => "tiny";

    public override string ShownBy => "dL/dz3[0]";

    public override IEnumerable<Variant> Variants(Example example)
    {
        foreach (LayerChoice choice in DerivativeLayers.Of(example, activation => activation is Softmax))
        {
            yield return Variant(choice.Where, inner => new Cut(inner, choice));
            yield return Variant($"{choice.Where}, although da/dz is written in full", inner => new CutInTheSum(inner, choice));
        }
    }

    private sealed class Cut(StepEquations inner, LayerChoice layers) : MistakenEquations(inner)
    {
        public override void B2(Sheet sheet, int s, int l)
        {
            base.B2(sheet, s, l);
            if (layers.Has(l))
            {
                KeepDiagonal(sheet.Samples[s].da_dz[l]);
            }
        }
    }

    private sealed class CutInTheSum(StepEquations inner, LayerChoice layers) : MistakenEquations(inner)
    {
        public override void B3(Sheet sheet, int s, int l)
        {
            base.B3(sheet, s, l);
            SampleSheet sample = sheet.Samples[s];
            for (int i = 0; i < sample.z[l].Length && layers.Has(l); i++)
            {
                sample.dL_dz[l][i] = sample.da_dz[l][i][i] * sample.dL_da[l][i];
            }
        }
    }
}
