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
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        yield return Mistake.Way(right => right with { B7 = (step, s, l) => Alteration.Through(right.B7, Alteration.Transposed(step.dz_da[s][l]), step, s, l) }, layers: l => Alteration.IsSquare(example.Network.Layers[l - 1]));
    }
}
