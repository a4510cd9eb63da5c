namespace LoopNet.Checking;

/// <summary>A division by the number of samples too many.</summary>
internal static class MeanTwice
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Divided by the batch size twice",
        Equation = "M1, M2",
        Right = "mean dL/dW = (sum_s dL/dW) / m",
        Wrong = "mean dL/dW = (sum_s dL/dW) / m^2",
        Explanation =
            "The gradient was divided by the number of samples two times. Dividing once, at the end of the sum, makes it the mean; a sample's own gradient has no 1/m in it.",
        ShownIn = "xor-batch",
        ShownBy = "mean dL/dW2[0,0]",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        if (!Alteration.HasBatches(example))
        {
            return [];
        }

        bool mean = example.Rule.Reduction == Reduction.Mean;
        IEnumerable<Edit> atTheEnd = Alteration.ScaleBatch(Mistake, example, step => mean ? 1.0 / step.Count : 1.0 / (step.Count * step.Count), "both times at the end");

        // A gradient that is given is copied, and not divided.
        return example.Network.HasLoss
            ? [.. atTheEnd, Mistake.Way(right => Alteration.ScaleLossGradient(right, step => 1.0 / step.Count), "once in the gradient of each sample")]
            : atTheEnd;
    }
}
