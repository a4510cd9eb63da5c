namespace LoopNet.Checking;

/// <summary>A gradient that passes a ReLU although its unit is off.</summary>
internal sealed class DeadReluOpen : Mistake
{
    public override string Title => "Gradient let through a dead ReLU";

    public override string Equation => "B2";

    public override string Right => "da/dz = 1 where z > 0, else 0";

    public override string Wrong => "da/dz = 1 everywhere";

    public override string Explanation =>
        "A ReLU that is off let the gradient through. Where z is 0 or less the output does not change with z, so the derivative there is 0 and nothing flows back.";

    public override string ShownIn => "dead-relu";

    public override string ShownBy => "dL/dz1[1]";

    public override IEnumerable<Variant> Variants(Example example)
    {
        foreach (LayerChoice choice in DerivativeLayers.Of(example, activation => activation is Relu))
        {
            yield return Variant(choice.Where, inner => new Open(inner, choice));
            yield return Variant($"{choice.Where}, although da/dz is written right", inner => new Passed(inner, choice));
        }
    }

    private sealed class Open(StepEquations inner, LayerChoice layers) : MistakenEquations(inner)
    {
        public override void B2(Sheet sheet, int s, int l)
        {
            base.B2(sheet, s, l);
            double[][] da_dz = sheet.Samples[s].da_dz[l];
            for (int i = 0; i < da_dz.Length && layers.Has(l); i++)
            {
                da_dz[i][i] = 1.0;
            }
        }
    }

    private sealed class Passed(StepEquations inner, LayerChoice layers) : MistakenEquations(inner)
    {
        public override void B3(Sheet sheet, int s, int l)
        {
            base.B3(sheet, s, l);
            SampleSheet sample = sheet.Samples[s];
            if (layers.Has(l))
            {
                sample.dL_da[l].CopyTo(sample.dL_dz[l], 0);
            }
        }
    }
}
