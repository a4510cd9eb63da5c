namespace LoopNet.Checking;

/// <summary>Softmax's Jacobian without what stands off its diagonal.</summary>
internal static class SoftmaxDiagonal
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Softmax Jacobian cut to its diagonal",
        Equation = "B2",
        Right = "da[i]/dz[j] = a[i] ([i = j] - a[j])",
        Wrong = "da[i]/dz[i] = a[i] (1 - a[i]), and 0 where i is not j",
        Explanation =
            "Only the diagonal of softmax's Jacobian was used. Every output of a softmax depends on every weighted sum, so the elements off the diagonal, -a[i] a[j], count as well.",
        SeenIn = "Prakash Jay, Back-Propagation is very simple (2017)",
        ShownIn = "tiny",
        ShownBy = "dL/dz3[0]",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        Func<int, bool> layers = Alteration.WithDerivative(example, activation => activation is Softmax { IsStandard: true });
        yield return Mistake.Way(right => right with { B2 = right.B2.Then((step, s, l) => Alteration.KeepDiagonal(step.Samples[s].da_dz[l])) }, layers: layers);
        yield return Mistake.Way(right => right with { B3 = right.B3.Then(MultiplyByDiagonal) }, "although da/dz is written in full", layers);
    }

    private static void MultiplyByDiagonal(CalculatedStep step, int s, int l)
    {
        SampleRecord sample = step.Samples[s];
        for (int i = 0; i < sample.z[l].Length; i++)
        {
            sample.dL_dz[l][i] = sample.da_dz[l][i][i] * sample.dL_da[l][i];
        }
    }
}
