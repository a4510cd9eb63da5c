namespace LoopNet.Checking;

/// <summary>One bias gradient for all units of a layer.</summary>
internal static class BiasGradientSummed
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Bias gradient summed over the layer",
        Equation = "B6",
        Right = "dL/db_l[i] = dL/dz_l[i]",
        Wrong = "dL/db_l[i] = sum_j dL/dz_l[j]",
        Explanation =
            "The gradients of all units of the layer were added into one. Each unit has a bias of its own, and its gradient is dL/dz of that unit; only samples are added, never units.",
        ShownIn = "tiny",
        ShownBy = "dL/db1[0]",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        yield return Mistake.Way(
            right => right with { B6 = right.B6.Then(TakeSum) },
            layers: l => example.Network.Layers[l - 1].b is not null && example.Network.Layers[l - 1].Size > 1);
    }

    private static void TakeSum(CalculatedStep step, int s, int l) => Array.Fill(step.Samples[s].dL_db[l], step.Samples[s].dL_dz[l].Sum());
}
