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
        Variants = Ways,
    };

    private static IEnumerable<Variant> Ways(Example example)
    {
        return LayerChoice.Of(example, l => example.Network.Layers[l - 1].b is not null)
            .Select(choice => new Variant(Mistake, choice.Where, right => right with
            {
                F1 = choice.Instead(right.F1, (step, s, l) => Loops.WeightedSums(step.Record.W[l], step.Samples[s].a[l - 1], null, step.Samples[s].z[l])),
            }));
    }
}
