namespace LoopNet.Checking;

/// <summary>The gradient carried back through W as it stands, not through its transpose.</summary>
internal static class WeightsNotTransposed
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Weights not transposed",
        Equation = "B7",
        Right = "dL/da[k] = sum_i W[i,k] dL/dz[i]",
        Wrong = "dL/da[k] = sum_i W[k,i] dL/dz[i]",
        Explanation =
            "The gradient was carried back through W in place of its transpose. Output k of the layer before reaches unit i by W[i,k], so its gradient adds up column k, not row k.",
        ShownIn = "mazur",
        ShownBy = "dL/da1[0]",
        Variants = Ways,
    };

    private static IEnumerable<Variant> Ways(Example example)
    {
        return LayerChoice.Of(example, l => Alteration.IsSquare(example.Network.Layers[l - 1]))
            .Select(choice => new Variant(Mistake, choice.Where, right => right with
            {
                B7 = choice.Instead(right.B7, (step, s, l) => ThroughRows(right, step, s, l)),
            }));
    }

    private static void ThroughRows(StepEquations right, CalculatedStep step, int s, int l)
    {
        double[][] W = step.dz_da[s][l];
        step.dz_da[s][l] = [.. Enumerable.Range(0, W.Length).Select(i => W.Select(row => row[i]).ToArray())];
        right.B7(step, s, l);
        step.dz_da[s][l] = W;
    }
}
