namespace LoopNet.Checking;

/// <summary>The shortcut a - y where it does not hold.</summary>
internal static class ShortcutMisplaced
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Shortcut where it does not hold",
        Equation = "B3",
        Right = "dL/dz = (da/dz)^T dL/da",
        Wrong = "dL/dz = a - y",
        Explanation =
            "The gradient at the output layer was taken to be a - y. That holds for softmax with cross-entropy and for sigmoid with binary cross-entropy, but not for this pair.",
        ShownIn = "mazur",
        ShownBy = "dL/dz2[0]",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        if (Alteration.HasTarget(example) && !Holds(example.Network))
        {
            yield return Mistake.Way(right => right with { B3 = right.B3.Then(TakeDifference) });
        }
    }

    private static bool Holds(Network network) => UpdateRule.AllowsShortcut(network) || (network.Output, network.Loss) is (Identity { IsStandard: true }, SquaredError { IsStandard: true });

    private static void TakeDifference(CalculatedStep step, int s, int l)
    {
        if (l == step.Last)
        {
            Loops.Shortcut(step.Samples[s].a[l], step.Samples[s].y, step.Samples[s].dL_dz[l]);
        }
    }
}
