namespace LoopNet.Checking;

/// <summary>The derivative of the activation, without the gradient that comes back to it.</summary>
internal static class GradientDropped
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Gradient from above dropped",
        Equation = "B3",
        Right = "dL/dz_l[i] = f'(z_l[i]) dL/da_l[i]",
        Wrong = "dL/dz_l[i] = f'(z_l[i])",
        Explanation =
            "The derivative of the activation was passed on alone. The chain rule multiplies it by the gradient that comes back to the unit, dL/da.",
        ShownIn = "mazur",
        ShownBy = "dL/dz2[0]",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        Func<int, bool> layers = Alteration.WithDerivative(example, activation => activation is ElementwiseActivation and not Identity);
        yield return Mistake.Way(right => right with { B3 = right.B3.Then(TakeDerivative) }, layers: layers);
    }

    private static void TakeDerivative(CalculatedStep step, int s, int l)
    {
        SampleRecord sample = step.Samples[s];
        for (int i = 0; i < sample.z[l].Length; i++)
        {
            sample.dL_dz[l][i] = sample.da_dz[l][i][i];
        }
    }
}
