namespace LoopNet.Checking;

/// <summary>A loss with another constant factor than its definition has.</summary>
internal static class LossFactor
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Wrong factor in the loss",
        Equation = "F3",
        Right = "L = 1/2 sum (a - y)^2 for squared-error, L = 1/n sum (a - y)^2 for mean-squared-error, L = -sum y ln a for cross-entropy",
        Wrong = "the same with the 1/2, the 2 or the 1/n left out, put in or doubled",
        Explanation =
            "The loss has another constant factor than its definition. The names tell them apart: squared-error has 1/2 and no mean, mean-squared-error has 1/n and no 1/2, the cross-entropies have neither.",
        ShownIn = "mazur",
        ShownBy = "L",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        // The equation of a loss that is not LoopNet's is its definition.
        Loss loss = example.Network.Loss;
        string? own = loss.IsStandard ? null : $"L = {loss.DisplayDefinition}";
        string? scaled = loss.IsStandard ? null : "the same with another factor";
        foreach ((double factor, string name) in LossFactors.Of(example))
        {
            yield return Mistake.Way(right => Alteration.ScaleLoss(right, factor), $"the loss {name} what it should be", wrong: scaled, right: own);
        }

        foreach ((double factor, string name) in LossFactors.Of(example))
        {
            yield return Mistake.Way(
                right => Alteration.ScaleLossGradient(Alteration.ScaleLoss(right, factor), _ => factor),
                $"the loss and its gradient {name} what they should be",
                wrong: scaled,
                right: own);
        }
    }
}
