namespace LoopNet.Checking;

/// <summary>Biases that move where the example says that they stay.</summary>
internal static class BiasesUpdated
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Biases updated",
        Equation = "U2",
        Right = "b' = b, where the example does not update biases",
        Wrong = "b' = b - eta dL/db",
        Explanation = "The biases were moved by their gradient. This example leaves them as they are: it says updateBiases false.",
        SeenIn = "copies of Matt Mazur's example that give biases after the update",
        ShownIn = "mazur",
        ShownBy = "b2'[0]",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        yield return Mistake.Way(
            right => right with { U2 = right.U2.Then((step, l) => Move(right, step, l)) },
            layers: l => !example.Rule.UpdateBiases && example.Network.Layers[l - 1].b is not null);
    }

    private static void Move(StepEquations right, CalculatedStep step, int l)
    {
        StepRecord record = step.Record;
        if (step.Count > 1)
        {
            right.M2(step, l);
        }

        Loops.UpdateBiases(record.b[l]!, record.dL_db(l), step.Rate, record.b_new[l]!);
    }
}
