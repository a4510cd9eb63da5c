namespace LoopNet.Checking;

/// <summary>The difference between output and target written as the loss.</summary>
internal static class ErrorForLoss
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Error taken for the loss",
        Equation = "F3",
        Right = "L = 1/2 sum_i (a[i] - y[i])^2",
        Wrong = "L = sum_i (y[i] - a[i])",
        Explanation =
            "The difference between target and output was written as the loss. The squared error squares each difference before it adds them, so that errors of both signs count.",
        ShownIn = "mazur",
        ShownBy = "L",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        if (example.Network.Loss is (SquaredError or MeanSquaredError or SumOfSquares) and { IsStandard: true })
        {
            yield return Mistake.Way(right => Taken(right, (y, a) => y - a), "the sum of y - a", wrong: "L = sum_i (y[i] - a[i])");
            yield return Mistake.Way(right => Taken(right, (y, a) => a - y), "the sum of a - y", wrong: "L = sum_i (a[i] - y[i])");
            yield return Mistake.Way(right => Taken(right, (y, a) => Math.Abs(a - y)), "the sum of the distances", wrong: "L = sum_i |a[i] - y[i]|");
        }
    }

    private static StepEquations Taken(StepEquations right, Func<double, double, double> error) => right with
    {
        F3 = right.F3.Then((step, s, l) =>
        {
            SampleRecord sample = step.Samples[s];
            sample.L = 0.0;
            for (int i = 0; i < sample.y.Length; i++)
            {
                sample.L += error(sample.y[i], sample.a[l][i]);
            }
        }),
    };
}
