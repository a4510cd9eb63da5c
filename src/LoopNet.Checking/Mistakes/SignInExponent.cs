namespace LoopNet.Checking;

/// <summary>The exponential of z in place of minus z, or the other way round.</summary>
internal static class SignInExponent
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Sign in the exponent",
        Equation = "F2",
        Right = "a_l[i] = 1 / (1 + e^-z_l[i])",
        Wrong = "a_l[i] = 1 / (1 + e^z_l[i])",
        Explanation = "The exponent has the wrong sign. A sigmoid has e^-z, so that a large sum gives an output near 1; a softmax has e^z.",
        ShownIn = "mazur",
        ShownBy = "a1[0]",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        Func<int, bool> layers = l => example.Network.Layers[l - 1].Activation is (Sigmoid or Tanh or Softmax) and { IsStandard: true };
        yield return Mistake.Way(right => right with { F2 = (step, s, l) => OfNegative(right, step, s, l) }, layers: layers);
    }

    private static void OfNegative(StepEquations right, CalculatedStep step, int s, int l)
    {
        SampleRecord sample = step.Samples[s];
        double[] z = sample.z[l];
        sample.z[l] = [.. z.Select(score => -score)];
        right.F2(step, s, l);
        sample.z[l] = z;
    }
}
