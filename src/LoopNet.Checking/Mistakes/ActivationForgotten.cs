namespace LoopNet.Checking;

/// <summary>The weighted sum passed on as the output.</summary>
internal static class ActivationForgotten
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Activation forgotten",
        Equation = "F2",
        Right = "a_l[i] = f(z_l[i])",
        Wrong = "a_l[i] = z_l[i]",
        Explanation =
            "The weighted sum was passed on as it is. The output of a unit is the activation of its weighted sum; without it, several layers are no more than one.",
        ShownIn = "mazur",
        ShownBy = "a1[0]",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        yield return Mistake.Way(
            right => right with { F2 = right.F2.Then((step, s, l) => step.Samples[s].z[l].CopyTo(step.Samples[s].a[l], 0)) },
            layers: l => example.Network.Layers[l - 1].Activation is not Identity);
    }
}
