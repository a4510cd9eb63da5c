namespace LoopNet.Checking;

/// <summary>The loss divided by the number of outputs.</summary>
internal static class MeanOverOutputs
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Mean over the outputs",
        Equation = "F3",
        Right = "L = sum over the outputs",
        Wrong = "L = 1/n times the sum over the n outputs",
        Explanation =
            "The loss was divided by the number of outputs. Whether a loss is a sum or a mean over its outputs is part of its definition: the mean has a 1/n, in the loss and in its gradient; the sum has none.",
        ShownIn = "tiny",
        ShownBy = "L",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        int n = example.Network.OutputSize;
        if (n > 1 && example.Network is { HasLoss: true, Loss.IsStandard: true })
        {
            yield return Mistake.Way(right => Alteration.ScaleLossGradient(Alteration.ScaleLoss(right, 1.0 / n), _ => 1.0 / n), "in the loss and in its gradient");
            yield return Mistake.Way(right => Alteration.ScaleLoss(right, 1.0 / n), "in the loss");
            yield return Mistake.Way(right => Alteration.ScaleLossGradient(right, _ => 1.0 / n), "in its gradient");
        }
    }
}
