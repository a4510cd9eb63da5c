namespace LoopNet.Checking;

/// <summary>An update by the whole gradient.</summary>
internal static class LearningRateLeftOut
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Learning rate left out",
        Equation = "U1, U2",
        Right = "W' = W - eta dL/dW",
        Wrong = "W' = W - dL/dW",
        Explanation = "The whole gradient was taken off the parameters. It has to be multiplied by the learning rate eta first.",
        ShownIn = "mazur",
        ShownBy = "W2'[0,0]",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        return Alteration.OfRates(Mistake, example, 1.0);
    }
}
