namespace LoopNet.Checking;

/// <summary>A gradient of the loss with another constant factor than its loss gives.</summary>
internal static class GradientFactor
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Wrong factor in the gradient of the loss",
        Equation = "B1",
        Right = "dL/da = a - y for squared-error, dL/da = 2 (a - y) / n for mean-squared-error, dL/da = -y / a for cross-entropy",
        Wrong = "the same with the 2, the 1/2 or the 1/n left out, put in or doubled",
        Explanation =
            "The gradient of the loss has another constant factor than the loss gives it. The 2 of the square cancels the 1/2 of squared-error, and it stays in mean-squared-error, together with 1/n.",
        ShownIn = "mazur",
        ShownBy = "dL/da2[0]",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        Loss loss = example.Network.Loss;
        string? own = loss.IsStandard ? null : $"dL/da = the gradient of {loss.DisplayName}";
        string? scaled = loss.IsStandard ? null : "the same with another factor";
        return LossFactors.Of(example).Select(factor => Mistake.Way(right => Alteration.ScaleLossGradient(right, _ => factor.Factor), $"{factor.Name} what it should be", wrong: scaled, right: own));
    }
}
