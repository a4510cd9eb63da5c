namespace LoopNet.Checking;

/// <summary>A gradient that passes a ReLU although its unit is off.</summary>
internal static class DeadReluOpen
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Gradient let through a dead ReLU",
        Equation = "B2",
        Right = "da/dz = 1 where z > 0, else 0",
        Wrong = "da/dz = 1 everywhere",
        Explanation =
            "A ReLU that is off let the gradient through. Where z is 0 or less the output does not change with z, so the derivative there is 0 and nothing flows back.",
        ShownIn = "dead-relu",
        ShownBy = "dL/dz1[1]",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        Func<int, bool> layers = Alteration.WithDerivative(example, activation => activation is Relu { IsStandard: true });
        yield return Mistake.Way(right => right with { B2 = right.B2.Then(Open) }, layers: layers);
        yield return Mistake.Way(
            right => right with { B3 = right.B3.Then((step, s, l) => step.Samples[s].dL_da[l].CopyTo(step.Samples[s].dL_dz[l], 0)) },
            "although da/dz is written right",
            layers);
    }

    private static void Open(CalculatedStep step, int s, int l)
    {
        double[][] da_dz = step.Samples[s].da_dz[l];
        for (int i = 0; i < da_dz.Length; i++)
        {
            da_dz[i][i] = 1.0;
        }
    }
}
