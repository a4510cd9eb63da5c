namespace LoopNet.Checking;

/// <summary>The binary cross-entropy without the term of 1 - y.</summary>
internal static class SecondTermLeftOut
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Second term of the binary cross-entropy left out",
        Equation = "F3",
        Right = "L = -sum_i (y[i] ln a[i] + (1 - y[i]) ln(1 - a[i]))",
        Wrong = "L = -sum_i y[i] ln a[i]",
        Explanation =
            "Only the term of the target 1 was counted. A single output stands for two classes: where its target is 0, the second term, (1 - y) ln(1 - a), is the one that counts.",
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
                sample.L += Term(y, a);
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
                sample.dL_da[l][i] = y == 0.0 ? 0.0 : -y / a;
            }
        }),
    };

    private static double Term(double y, double a) => y == 0.0 ? 0.0 : -y * CorrectlyRounded.Log(a);
}
