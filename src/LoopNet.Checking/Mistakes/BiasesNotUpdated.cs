namespace LoopNet.Checking;

/// <summary>Biases that stay where the example moves them.</summary>
internal static class BiasesNotUpdated
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Biases not updated",
        Equation = "U2",
        Right = "b' = b - eta dL/db",
        Wrong = "b' = b",
        Explanation = "The biases stayed as they were. In this example they move like the weights, by their own gradient dL/db.",
        ShownIn = "tiny",
        ShownBy = "b3'[0]",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        yield return Mistake.Way(
            right => right with { U2 = right.U2.Then((step, l) => step.Record.b[l]!.CopyTo(step.Record.b_new[l]!, 0)) },
            layers: l => example.Rule.UpdateBiases && example.Network.Layers[l - 1].b is not null);
    }
}
