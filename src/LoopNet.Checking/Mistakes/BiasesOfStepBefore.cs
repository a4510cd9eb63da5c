namespace LoopNet.Checking;

/// <summary>New weights, but old biases.</summary>
internal static class BiasesOfStepBefore
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Biases of the step before",
        Equation = "F1",
        Right = "z_l[i] = sum_k W_l[i,k] a_(l-1)[k] + b_l[i]",
        Wrong = "z_l[i] = sum_k W_l[i,k] a_(l-1)[k] + b_l[i] of the step before",
        Explanation =
            "The step took the new weights, but the biases from before the last update. Weights and biases move together, and the next step uses the new ones of both.",
        ShownIn = "tiny",
        ShownBy = "2/0/z1[0]",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        if (example.Rule.UpdateBiases)
        {
            Func<int, bool> layers = l => example.Network.Layers[l - 1].b is not null;
            yield return Mistake.Way(right => right with { F1 = WithBiasesBefore(right.F1) }, layers: layers);
        }
    }

    private static SampleEquation WithBiasesBefore(SampleEquation right) => (step, s, l) =>
    {
        double[]? b = step.Record.b[l];
        step.Record.b[l] = step.Before is null ? b : step.Before.Record.b[l];
        right(step, s, l);
        step.Record.b[l] = b;
    };
}
