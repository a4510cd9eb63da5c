namespace LoopNet.Checking;

/// <summary>The gradient carried back without the weights.</summary>
internal static class WeightsLeftOut
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Weights left out on the way back",
        Equation = "B7",
        Right = "dL/da_(l-1)[k] = sum_i W_l[i,k] dL/dz_l[i]",
        Wrong = "dL/da_(l-1)[k] = sum_i dL/dz_l[i]",
        Explanation =
            "The gradient was carried back without the weights. What an output adds to a weighted sum is multiplied by the weight between them, so the gradient comes back times that weight.",
        ShownIn = "mazur",
        ShownBy = "dL/da1[0]",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        yield return Mistake.Way(right => right with { B7 = right.B7.Then(TakeSum) }, layers: _ => true);
    }

    private static void TakeSum(CalculatedStep step, int s, int l) => Array.Fill(step.Samples[s].dL_da[l - 1], step.Samples[s].dL_dz[l].Sum());
}
