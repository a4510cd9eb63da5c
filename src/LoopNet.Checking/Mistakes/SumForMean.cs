namespace LoopNet.Checking;

/// <summary>The sum over a batch where the example takes the mean.</summary>
internal sealed class SumForMean : Mistake
{
    public override string Title => "Batch sum in place of the mean";

    public override string Equation => "M1, M2";

    public override string Right => "mean dL/dW = (sum_s dL/dW) / m";

    public override string Wrong => "mean dL/dW = sum_s dL/dW";

    public override string Explanation =>
        "The gradients of the samples were added, but not divided by their number. This example moves by the mean over the batch.";

    public override string ShownIn => "xor-batch";

    public override string ShownBy => "mean dL/dW2[0,0]";

    public override IEnumerable<Variant> Variants(Example example)
    {
        if (BatchMean.HasBatches(example) && example.Rule.Reduction == Reduction.Mean)
        {
            yield return Variant("", inner => new BatchMean(inner, divides: false));
        }
    }
}
