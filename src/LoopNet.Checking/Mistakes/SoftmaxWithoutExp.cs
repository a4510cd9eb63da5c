namespace LoopNet.Checking;

/// <summary>Shares of the weighted sums themselves, in place of shares of their exponentials.</summary>
internal static class SoftmaxWithoutExp
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Softmax without exp",
        Equation = "F2",
        Right = "a[i] = exp(z[i]) / sum_j exp(z[j])",
        Wrong = "a[i] = z[i] / sum_j z[j]",
        Explanation =
            "Each weighted sum was divided by their sum, without taking exponentials first. Softmax divides exp(z), which is why its outputs are positive.",
        SeenIn = "Prakash Jay, Back-Propagation is very simple (2017), in the first version of its outputs",
        ShownIn = "tiny",
        ShownBy = "a3[0]",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        yield return Mistake.Way(right => right with { F2 = DivideByTheSum }, layers: l => example.Network.Layers[l - 1].Activation is Softmax { IsStandard: true });
    }

    private static void DivideByTheSum(CalculatedStep step, int s, int l)
    {
        double[] z = step.Samples[s].z[l];
        double[] a = step.Samples[s].a[l];
        double sum = 0.0;
        foreach (double score in z)
        {
            sum += score;
        }

        for (int i = 0; i < z.Length; i++)
        {
            a[i] = z[i] / sum;
        }
    }
}
