namespace LoopNet.Checking;

/// <summary>The chain without the derivative of the activation.</summary>
internal sealed class DerivativeLeftOut : Mistake
{
    public override string Title => "Activation derivative left out";

    public override string Equation => "B3";

    public override string Right => "dL/dz = (da/dz)^T dL/da";

    public override string Wrong => "dL/dz = dL/da";

    public override string Explanation =>
        "The gradient went through the activation as if it were not there. Each dL/da has to be multiplied by the derivative of the activation, da/dz, to become dL/dz.";

    public override string ShownIn => "mazur";

    public override string ShownBy => "dL/dz2[0]";

    public override IEnumerable<Variant> Variants(Example example)
    {
        foreach (LayerChoice choice in DerivativeLayers.Of(example, activation => activation is not Identity))
        {
            yield return Variant(choice.Where, inner => new Skipped(inner, choice));
            yield return Variant($"{choice.Where}, with da/dz written as 1", inner => new WrittenAsOne(inner, choice));
        }
    }

    private sealed class Skipped(StepEquations inner, LayerChoice layers) : MistakenEquations(inner)
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

    private sealed class WrittenAsOne(StepEquations inner, LayerChoice layers) : MistakenEquations(inner)
    {
        public override void B2(Sheet sheet, int s, int l)
        {
            base.B2(sheet, s, l);
            double[][] da_dz = sheet.Samples[s].da_dz[l];
            for (int i = 0; i < da_dz.Length && layers.Has(l); i++)
            {
                Array.Clear(da_dz[i]);
                da_dz[i][i] = 1.0;
            }
        }
    }
}
