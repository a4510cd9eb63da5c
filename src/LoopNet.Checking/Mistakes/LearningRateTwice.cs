namespace LoopNet.Checking;

/// <summary>An update by the square of the learning rate.</summary>
internal static class LearningRateTwice
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Learning rate applied twice",
        Equation = "U1, U2",
        Right = "W' = W - eta dL/dW",
        Wrong = "W' = W - eta eta dL/dW",
        Explanation = "The gradient was multiplied by the learning rate two times. dL/dW has no eta in it; the update multiplies by it once.",
        ShownIn = "mazur",
        ShownBy = "W2'[0,0]",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        double eta = example.Rule.LearningRate;
        return !example.Rule.Moves ? [] : [.. Alteration.OfRates(Mistake, example, eta * eta), Mistake.Way(right => InTheGradient(right, eta), "once in dL/dW already")];
    }

    private static StepEquations InTheGradient(StepEquations right, double eta) => right with
    {
        B5 = right.B5.Then((step, s, l) => Alteration.Scale(step.Samples[s].dL_dW[l], eta)),
        B6 = right.B6.Then((step, s, l) => Alteration.Scale(step.Samples[s].dL_db[l], eta)),
    };
}
