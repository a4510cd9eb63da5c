namespace LoopNet.Checking;

/// <summary>The loss with a minus in front, or without its minus.</summary>
internal static class LossSign
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Loss of the wrong sign",
        Equation = "F3",
        Right = "L = loss(a, y)",
        Wrong = "L = -loss(a, y)",
        Explanation =
            "The loss has the wrong sign. A loss is 0 for a perfect output and larger for a worse one; since the logarithm of a probability is negative, cross-entropies have a minus in front.",
        ShownIn = "tiny",
        ShownBy = "L",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        if (example.Network.HasLoss)
        {
            yield return Mistake.Way(right => Alteration.ScaleLoss(right, -1.0), "in the loss");
            yield return Mistake.Way(right => Alteration.ScaleLossGradient(Alteration.ScaleLoss(right, -1.0), _ => -1.0), "in the loss and in its gradient");
        }
    }
}
