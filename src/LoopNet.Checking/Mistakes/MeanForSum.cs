namespace LoopNet.Checking;

/// <summary>The mean over a batch where the example takes the sum.</summary>
internal sealed class MeanForSum : Mistake
{
    public override string Title => "Batch mean in place of the sum";

    public override string Equation => "M1, M2";

    public override string Right => "sum dL/dW = sum_s dL/dW";

    public override string Wrong => "sum dL/dW = (sum_s dL/dW) / m";

    public override string Explanation =>
        "The sum of the samples' gradients was divided by their number. This example moves by the sum over the batch.";

    public override string ShownIn => "xor-batch, summed";

    public override string ShownBy => "sum dL/dW2[0,0]";

    public override IEnumerable<Variant> Variants(Example example)
    {
        if (BatchMean.HasBatches(example) && example.Rule.Reduction == Reduction.Sum)
        {
            yield return Variant("", inner => new BatchMean(inner, divides: true));
        }
    }
}
