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
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        Func<int, bool> layers = Alteration.WithDerivative(example, activation => activation is not Identity);
        yield return Mistake.Way(right => right with { B3 = right.B3.Then(TakeGradient) }, layers: layers);
        yield return Mistake.Way(right => right with { B2 = right.B2.Then(WriteOnes) }, "with da/dz written as 1", layers);
        yield return Mistake.Way(
            right => right with { B5 = right.B5.Then(InWeights), B6 = right.B6.Then(InBiases) },
            "in dL/dW and dL/db only; on the way back it is there",
            layers,
            "dL/dW_l[j,k] = dL/da_l[j] a_(l-1)[k]");
        yield return Mistake.Way(right => right with { B5 = right.B5.Then(InWeights) }, "in dL/dW only", layers, "dL/dW_l[j,k] = dL/da_l[j] a_(l-1)[k]");
        yield return Mistake.Way(right => right with { B6 = right.B6.Then(InBiases) }, "in dL/db only", layers, "dL/db_l[j] = dL/da_l[j]");
    }

    private static void TakeGradient(CalculatedStep step, int s, int l) => step.Samples[s].dL_da[l].CopyTo(step.Samples[s].dL_dz[l], 0);

    private static void InWeights(CalculatedStep step, int s, int l)
    {
        SampleRecord sample = step.Samples[s];
        Loops.WeightGradient(sample.dL_da[l], sample.a[l - 1], sample.dL_dW[l]);
    }

    private static void InBiases(CalculatedStep step, int s, int l) => step.Samples[s].dL_da[l].CopyTo(step.Samples[s].dL_db[l], 0);

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
