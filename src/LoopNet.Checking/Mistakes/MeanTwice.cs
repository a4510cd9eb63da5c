namespace LoopNet.Checking;

/// <summary>A division by the number of samples too many.</summary>
internal sealed class MeanTwice : Mistake
{
    public override string Title => "Divided by the batch size twice";

    public override string Equation => "M1, M2";

    public override string Right => "mean dL/dW = (sum_s dL/dW) / m";

    public override string Wrong => "mean dL/dW = (sum_s dL/dW) / m^2";

    public override string Explanation =>
        "The gradient was divided by the number of samples two times. Dividing once, at the end of the sum, makes it the mean; a sample's own gradient has no 1/m in it.";

    public override string ShownIn => "xor-batch";

    public override string ShownBy => "mean dL/dW2[0,0]";

    public override IEnumerable<Variant> Variants(Example example)
    {
        if (BatchMean.HasBatches(example))
        {
            bool mean = example.Rule.Reduction == Reduction.Mean;
            yield return Variant("both times at the end", inner => mean ? new BatchMean(inner, divides: true) : new BatchMean(new BatchMean(inner, divides: true), divides: true));

            yield return Variant("once in the gradient of each sample", inner => new InEachSample(inner));
        }
    }

    private sealed class InEachSample(StepEquations inner) : MistakenEquations(inner)
    {
        public override void B1(Sheet sheet, int s)
        {
            base.B1(sheet, s);
            Scale(sheet.Samples[s].dL_da[sheet.LastLayer], 1.0 / sheet.Count);
        }

        public override void B3(Sheet sheet, int s, int l)
        {
            base.B3(sheet, s, l);
            if (l == sheet.LastLayer && (sheet.HasShortcut || sheet.Samples[s].Saturated))
            {
                Scale(sheet.Samples[s].dL_dz[l], 1.0 / sheet.Count);
            }
        }
    }
}
