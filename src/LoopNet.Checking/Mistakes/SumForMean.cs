namespace LoopNet.Checking;

/// <summary>The sum over a batch where the example takes the mean.</summary>
internal static class SumForMean
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Batch sum in place of the mean",
        Equation = "M1, M2",
        Right = "mean dL/dW = (sum_s dL/dW) / m",
        Wrong = "mean dL/dW = sum_s dL/dW",
        Explanation = "The gradients of the samples were added, but not divided by their number. This example moves by the mean over the batch.",
        ShownIn = "xor-batch",
        ShownBy = "mean dL/dW2[0,0]",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        bool means = Alteration.HasBatches(example) && example.Rule.Reduction == Reduction.Mean;
        return means ? Alteration.ScaleBatch(Mistake, example, step => step.Count) : [];
    }
}
