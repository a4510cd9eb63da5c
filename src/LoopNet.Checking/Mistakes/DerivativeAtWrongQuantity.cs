namespace LoopNet.Checking;

/// <summary>The derivative of the activation, taken at z where its formula wants a, or at a where it wants z.</summary>
internal sealed class DerivativeAtWrongQuantity : Mistake
{
    public override string Title => "Derivative at the wrong quantity";

    public override string Equation => "B2";

    public override string Right => "da/dz = a (1 - a) for sigmoid, da/dz = 1 - a^2 for tanh";

    public override string Wrong => "da/dz = z (1 - z), da/dz = 1 - z^2; or f'(a), the derivative at a in place of z";

    public override string Explanation =>
        "The derivative of the activation was taken at the wrong number. In a (1 - a) stands the output a, not the weighted sum z; and f' is taken at z, not at a, which has been through f already.";

    public override string ShownIn => "mazur";

    public override string ShownBy => "da2/dz2[0,0]";

    public override IEnumerable<Variant> Variants(Example example)
    {
        foreach (LayerChoice choice in DerivativeLayers.Of(example, activation => activation is Sigmoid or Tanh or Softmax))
        {
            yield return Variant($"with z in place of a {choice.Where}", inner => new Steps(inner, choice, atOutput: false));
            yield return Variant($"f'(a) in place of f'(z) {choice.Where}", inner => new Steps(inner, choice, atOutput: true));
        }
    }

    private sealed class Steps(StepEquations inner, LayerChoice layers, bool atOutput) : MistakenEquations(inner)
    {
        public override void B2(Sheet sheet, int s, int l)
        {
            base.B2(sheet, s, l);
            if (!layers.Has(l))
            {
                return;
            }

            SampleSheet sample = sheet.Samples[s];
            Activation activation = sheet.Activation(l);
            double[] z = sample.z[l];
            double[] a = z;
            if (atOutput)
            {
                z = sample.a[l];
                a = new double[z.Length];
                activation.Value(z, a);
            }

            activation.Jacobian(z, a, sample.da_dz[l]);
        }
    }
}
