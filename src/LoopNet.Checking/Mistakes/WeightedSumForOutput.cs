namespace LoopNet.Checking;

/// <summary>The weighted sum of the layer before where its output belongs.</summary>
internal static class WeightedSumForOutput
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Weighted sum in place of the output",
        Equation = "B5",
        Right = "dL/dW_l[j,k] = dL/dz_l[j] a_(l-1)[k]",
        Wrong = "dL/dW_l[j,k] = dL/dz_l[j] z_(l-1)[k]",
        Explanation =
            "The gradient of the weights was taken with the weighted sums of the layer before. What a weight multiplies in the forward pass is the output a, and so it is here.",
        ShownIn = "mazur",
        ShownBy = "dL/dW2[0,0]",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        yield return Mistake.Way(
            right => right with { B5 = right.B5.Then((step, s, l) => Loops.WeightGradient(step.Samples[s].dL_dz[l], step.Samples[s].z[l - 1], step.Samples[s].dL_dW[l])) },
            layers: l => l > 1 && example.Network.Layers[l - 2].Activation is not Identity);
    }
}
