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
        Variants = Ways,
    };

    private static IEnumerable<Variant> Ways(Example example)
    {
        return LayerChoice.OfDerivatives(example, activation => activation is Softmax).SelectMany(choice => new Variant[]
        {
            new(Mistake, choice.Where, right => right with { B2 = choice.After(right.B2, (step, s, l) => Alteration.KeepDiagonal(step.Samples[s].da_dz[l])) }),
            new(Mistake, $"{choice.Where}, although da/dz is written in full", right => right with { B3 = choice.After(right.B3, MultiplyByDiagonal) }),
        });
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
