namespace LoopNet.Checking;

/// <summary>The chain without the derivative of the activation.</summary>
internal static class DerivativeLeftOut
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Activation derivative left out",
        Equation = "B3",
        Right = "dL/dz = (da/dz)^T dL/da",
        Wrong = "dL/dz = dL/da",
        Explanation =
            "The gradient went through the activation as if it were not there. Each dL/da has to be multiplied by the derivative of the activation, da/dz, to become dL/dz.",
        ShownIn = "mazur",
        ShownBy = "dL/dz2[0]",
        Variants = Ways,
    };

    private static IEnumerable<Variant> Ways(Example example)
    {
        return LayerChoice.OfDerivatives(example, activation => activation is not Identity).SelectMany(choice => new Variant[]
        {
            new(Mistake, choice.Where, right => right with
            {
                B3 = choice.After(right.B3, (step, s, l) => step.Samples[s].dL_da[l].CopyTo(step.Samples[s].dL_dz[l], 0)),
            }),
            new(Mistake, $"{choice.Where}, with da/dz written as 1", right => right with { B2 = choice.After(right.B2, WriteOnes) }),
        });
    }

    private static void WriteOnes(CalculatedStep step, int s, int l)
    {
        double[][] da_dz = step.Samples[s].da_dz[l];
        for (int i = 0; i < da_dz.Length; i++)
        {
            Array.Clear(da_dz[i]);
            da_dz[i][i] = 1.0;
        }
    }
}
