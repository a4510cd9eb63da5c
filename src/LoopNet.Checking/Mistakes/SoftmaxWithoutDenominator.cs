namespace LoopNet.Checking;

/// <summary>The exponentials of a softmax, not divided by their sum.</summary>
internal static class SoftmaxWithoutDenominator
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Softmax without its denominator",
        Equation = "F2",
        Right = "a_l[i] = e^z_l[i] / sum_j e^z_l[j]",
        Wrong = "a_l[i] = e^z_l[i]",
        Explanation =
            "The exponentials were not divided by their sum. The outputs of a softmax are probabilities: each exponential is divided by the sum of all of them, so that they add up to 1.",
        ShownIn = "tiny",
        ShownBy = "a3[0]",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        yield return Mistake.Way(right => right with { F2 = right.F2.Then(TakeExponentials) }, layers: l => example.Network.Layers[l - 1].Activation is Softmax { IsStandard: true });
    }

    private static void TakeExponentials(CalculatedStep step, int s, int l)
    {
        SampleRecord sample = step.Samples[s];
        for (int i = 0; i < sample.z[l].Length; i++)
        {
            sample.a[l][i] = CorrectlyRounded.Exp(sample.z[l][i]);
        }
    }
}
