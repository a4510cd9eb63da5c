namespace LoopNet.Checking;

/// <summary>The gradient carried back through W as it stands, not through its transpose.</summary>
internal sealed class WeightsNotTransposed : Mistake
{
    public override string Title => "Weights not transposed";

    public override string Equation => "B7";

    public override string Right => "dL/da[k] = sum_i W[i,k] dL/dz[i]";

    public override string Wrong => "dL/da[k] = sum_i W[k,i] dL/dz[i]";

    public override string Explanation =>
        "The gradient was carried back through W in place of its transpose. Output k of the layer before reaches unit i by W[i,k], so its gradient adds up column k, not row k.";

    public override string ShownIn => "mazur";

    public override string ShownBy => "dL/da1[0]";

    public override IEnumerable<Variant> Variants(Example example)
    {
        return LayerChoice.Of(example, l => IsSquare(example.Network.Layers[l - 1])).Select(choice => Variant(choice.Where, inner => new Steps(inner, choice)));
    }

    private static bool IsSquare(Layer layer) => layer.Size == layer.InputSize && layer.Size > 1;

    private sealed class Steps(StepEquations inner, LayerChoice layers) : MistakenEquations(inner)
    {
        public override void B7(Sheet sheet, int s, int l)
        {
            SampleSheet sample = sheet.Samples[s];
            double[][] W = sample.dz_da[l];
            if (layers.Has(l))
            {
                sample.dz_da[l] = [.. Enumerable.Range(0, W.Length).Select(i => W.Select(row => row[i]).ToArray())];
            }

            base.B7(sheet, s, l);
            sample.dz_da[l] = W;
        }
    }
}
