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
        Explanation =
            "The gradient was multiplied by the learning rate two times. dL/dW has no eta in it; the update multiplies by it once.",
        ShownIn = "mazur",
        ShownBy = "W2'[0,0]",
        Variants = Ways,
    };

    private static IEnumerable<Variant> Ways(Example example)
    {
        return [
            .. Alteration.OfRates(Mistake, example, rate => rate * example.Rule.LearningRate),
            new Variant(Mistake, "once in dL/dW already", right => InTheGradient(right, example.Rule.LearningRate)),
        ];
    }

    private static StepEquations InTheGradient(StepEquations right, double eta) => right with
    {
        B5 = (step, s, l) =>
        {
            right.B5(step, s, l);
            Alteration.Scale(step.Samples[s].dL_dW[l], eta);
        },
        B6 = (step, s, l) =>
        {
            right.B6(step, s, l);
            Alteration.Scale(step.Samples[s].dL_db[l], eta);
        },
    };
}
