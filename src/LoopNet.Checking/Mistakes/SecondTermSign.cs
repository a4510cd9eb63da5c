namespace LoopNet.Checking;

/// <summary>The binary cross-entropy with a minus between its terms.</summary>
internal static class SecondTermSign
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Second term of the binary cross-entropy with the wrong sign",
        Equation = "F3",
        Right = "L = -sum_i (y[i] ln a[i] + (1 - y[i]) ln(1 - a[i]))",
        Wrong = "L = -sum_i (y[i] ln a[i] - (1 - y[i]) ln(1 - a[i]))",
        Explanation =
            "The second term has the wrong sign. Both terms are logarithms of a probability, so both stand under the same minus; in the gradient, -y / a + (1 - y) / (1 - a), they have different signs.",
        ShownIn = "xor-batch",
        ShownBy = "L",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        if (example.Network.Loss is BinaryCrossEntropy)
        {
            yield return Mistake.Way(InTheLoss, "in the loss");
            yield return Mistake.Way(right => InTheGradient(InTheLoss(right)), "in the loss and in its gradient");
            yield return Mistake.Way(InTheGradient, "in the gradient");
        }
    }

    private static StepEquations InTheLoss(StepEquations right) => right with
    {
        F3 = right.F3.Then((step, s, l) =>
        {
            SampleRecord sample = step.Samples[s];
            sample.L = 0.0;
            for (int i = 0; i < sample.y.Length; i++)
            {
                (double a, double y) = (sample.a[l][i], sample.y[i]);
                sample.L += Term(y, a) - Term(1.0 - y, 1.0 - a);
            }
        }),
    };

    private static StepEquations InTheGradient(StepEquations right) => right with
    {
        B1 = right.B1.Then((step, s, l) =>
        {
            SampleRecord sample = step.Samples[s];
            for (int i = 0; i < sample.y.Length; i++)
            {
                (double a, double y) = (sample.a[l][i], sample.y[i]);
                sample.dL_da[l][i] = -Ratio(y, a) - Ratio(1.0 - y, 1.0 - a);
            }
        }),
    };

    private static double Term(double y, double a) => y == 0.0 ? 0.0 : -y * CorrectlyRounded.Log(a);

    private static double Ratio(double y, double a) => y == 0.0 ? 0.0 : y / a;
}
