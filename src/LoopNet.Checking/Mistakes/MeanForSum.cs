namespace LoopNet.Checking;

/// <summary>The mean over a batch where the example takes the sum.</summary>
internal static class MeanForSum
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Batch mean in place of the sum",
        Equation = "M1, M2",
        Right = "sum dL/dW = sum_s dL/dW",
        Wrong = "sum dL/dW = (sum_s dL/dW) / m",
        Explanation = "The sum of the samples' gradients was divided by their number. This example moves by the sum over the batch.",
        ShownIn = "xor-batch, summed",
        ShownBy = "sum dL/dW2[0,0]",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        bool sums = Alteration.HasBatches(example) && example.Rule.Reduction == Reduction.Sum;
        return sums ? Alteration.ScaleBatch(Mistake, example, step => 1.0 / step.Count) : [];
    }
}
