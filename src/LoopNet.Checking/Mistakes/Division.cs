namespace LoopNet.Checking;

/// <summary>A quotient where the chain rule has a product.</summary>
internal sealed class Division : Mistake
{
    private static readonly (bool B3, bool B5, bool B7, string Name)[] Ways =
    [
        (false, true, true, "by the outputs and by the weights"),
        (false, true, false, "by the outputs of the layer before"),
        (false, false, true, "by the weights"),
        (true, false, false, "by the derivative of the activation"),
        (true, true, true, "everywhere"),
    ];

    public override string Title => "Division where the chain rule multiplies";

    public override string Equation => "B5, B7, B3";

    public override string Right => "dL/dW[j,k] = dL/dz[j] a[k], dL/da[k] = sum_i W[i,k] dL/dz[i]";

    public override string Wrong => "dL/dW[j,k] = dL/dz[j] / a[k], dL/da[k] = sum_i dL/dz[i] / W[i,k]";

    public override string Explanation =>
        "The gradient was divided by a factor of the chain. The chain rule only multiplies: by the derivative of each stage with respect to the one before it.";

    public override string? SeenIn => "Steven Miller, Mind (2015): divided by the hidden outputs and by the weights";

    public override string ShownIn => "mazur";

    public override string ShownBy => "dL/dW2[0,0]";

    public override IEnumerable<Variant> Variants(Example example)
    {
        foreach ((bool b3, bool b5, bool b7, string name) in Ways)
        {
            foreach (LayerChoice choice in LayerChoice.Of(example, _ => true))
            {
                yield return Variant($"{name}, {choice.Where}", inner => new Steps(inner, choice, b3, b5, b7));
            }
        }
    }

    private sealed class Steps(StepEquations inner, LayerChoice layers, bool inB3, bool inB5, bool inB7) : MistakenEquations(inner)
    {
        public override void B3(Sheet sheet, int s, int l)
        {
            base.B3(sheet, s, l);
            SampleSheet sample = sheet.Samples[s];
            bool chain = l < sheet.LastLayer || !sheet.HasShortcut;
            for (int i = 0; i < sample.z[l].Length && inB3 && chain && layers.Has(l); i++)
            {
                sample.dL_dz[l][i] = Quotient(sample.dL_da[l][i], sample.da_dz[l][i][i]);
            }
        }

        public override void B5(Sheet sheet, int s, int l)
        {
            base.B5(sheet, s, l);
            SampleSheet sample = sheet.Samples[s];
            for (int j = 0; j < sample.z[l].Length && inB5 && layers.Has(l); j++)
            {
                for (int k = 0; k < sample.a[l - 1].Length; k++)
                {
                    sample.dL_dW[l][j][k] = Quotient(sample.dL_dz[l][j], sample.a[l - 1][k]);
                }
            }
        }

        public override void B7(Sheet sheet, int s, int l)
        {
            base.B7(sheet, s, l);
            SampleSheet sample = sheet.Samples[s];
            for (int k = 0; k < sample.a[l - 1].Length && inB7 && layers.Has(l); k++)
            {
                double sum = 0.0;
                for (int i = 0; i < sample.z[l].Length; i++)
                {
                    sum += Quotient(sample.dL_dz[l][i], sample.dz_da[l][i][k]);
                }

                sample.dL_da[l - 1][k] = sum;
            }
        }

        // Nobody divides by 0: a 0 is left there, as a spreadsheet is told to.
        private static double Quotient(double dividend, double divisor) => divisor == 0.0 ? 0.0 : dividend / divisor;
    }
}
