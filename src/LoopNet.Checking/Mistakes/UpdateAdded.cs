namespace LoopNet.Checking;

/// <summary>An update that goes uphill.</summary>
internal static class UpdateAdded
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Update added",
        Equation = "U1, U2",
        Right = "W' = W - eta dL/dW",
        Wrong = "W' = W + eta dL/dW",
        Explanation = "The update was added to the parameters. The gradient points to where the loss grows, so the step goes the other way.",
        ShownIn = "mazur",
        ShownBy = "W2'[0,0]",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        return Alteration.OfRates(Mistake, example, -example.Rule.LearningRate);
    }
}
