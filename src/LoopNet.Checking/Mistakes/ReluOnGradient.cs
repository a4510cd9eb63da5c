namespace LoopNet.Checking;

/// <summary>The gradient itself cut at 0.</summary>
internal static class ReluOnGradient
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "ReLU applied to the gradient",
        Equation = "B3",
        Right = "dL/dz_l[i] = dL/da_l[i] where z_l[i] > 0, else 0",
        Wrong = "dL/dz_l[i] = max(0, dL/da_l[i])",
        Explanation =
            "The gradient itself was cut at 0. It is the weighted sum that decides: where z is above 0 the gradient passes, whatever its sign; elsewhere nothing passes.",
        ShownIn = "dead-relu",
        ShownBy = "dL/dz1[0]",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        Func<int, bool> layers = Alteration.WithDerivative(example, activation => activation is Relu { IsStandard: true });
        yield return Mistake.Way(right => right with { B3 = right.B3.Then(TakePositive) }, layers: layers);
    }

    private static void TakePositive(CalculatedStep step, int s, int l)
    {
        SampleRecord sample = step.Samples[s];
        for (int i = 0; i < sample.z[l].Length; i++)
        {
            sample.dL_dz[l][i] = Math.Max(0.0, sample.dL_da[l][i]);
        }
    }
}
