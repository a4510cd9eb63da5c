namespace LoopNet.Checking;

/// <summary>The derivative of the activation, multiplied twice.</summary>
internal sealed class DerivativeTwice : Mistake
{
    public override string Title => "Activation derivative applied twice";

    public override string Equation => "B3";

    public override string Right => "dL/dz = (da/dz)^T dL/da";

    public override string Wrong => "dL/dz = (da/dz)^T (da/dz)^T dL/da";

    public override string Explanation =>
        "The gradient was multiplied by the derivative of the activation two times. The chain rule passes each activation once, on the way from dL/da to dL/dz.";

    public override string ShownIn => "mazur";

    public override string ShownBy => "dL/dz2[0]";

    public override IEnumerable<Variant> Variants(Example example)
    {
        foreach (LayerChoice choice in DerivativeLayers.Of(example, activation => activation is Sigmoid or Tanh or Softmax))
        {
            yield return Variant(choice.Where, inner => new Repeated(inner, choice));
            yield return Variant($"{choice.Where}, with da/dz squared", inner => new Squared(inner, choice));
        }
    }

    private sealed class Repeated(StepEquations inner, LayerChoice layers) : MistakenEquations(inner)
    {
        public override void B3(Sheet sheet, int s, int l)
        {
            base.B3(sheet, s, l);
            if (layers.Has(l))
            {
                SampleSheet sample = sheet.Samples[s];
                double[] once = [.. sample.dL_dz[l]];
                Loops.ThroughActivation(sample.da_dz[l], once, sample.dL_dz[l]);
            }
        }
    }

    private sealed class Squared(StepEquations inner, LayerChoice layers) : MistakenEquations(inner)
    {
        public override void B2(Sheet sheet, int s, int l)
        {
            base.B2(sheet, s, l);
            double[][] da_dz = sheet.Samples[s].da_dz[l];
            for (int i = 0; i < da_dz.Length && layers.Has(l); i++)
            {
                // Element by element, as one squares a list of derivatives.
                for (int j = 0; j < da_dz.Length; j++)
                {
                    da_dz[i][j] *= da_dz[i][j];
                }
            }
        }
    }
}
