namespace LoopNet.Checking;

/// <summary>The weighted sums without their biases.</summary>
internal static class BiasForgotten
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Bias forgotten",
        Equation = "F1",
        Right = "z = W a + b",
        Wrong = "z = W a",
        Explanation = "The bias was not added to the weighted sum. Every unit has one of its own, and it is added last.",
        ShownIn = "mazur",
        ShownBy = "z1[0]",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        yield return Mistake.Way(
            right => right with { F1 = (step, s, l) => Loops.WeightedSums(step.Record.W[l], step.Samples[s].a[l - 1], null, step.Samples[s].z[l]) },
            layers: l => example.Network.Layers[l - 1].b is not null);
    }
}
