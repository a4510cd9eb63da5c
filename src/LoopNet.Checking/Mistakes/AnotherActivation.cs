namespace LoopNet.Checking;

/// <summary>One activation taken for another.</summary>
internal static class AnotherActivation
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Another activation taken",
        Equation = "F2",
        Right = "a_l[i] = f(z_l[i])",
        Wrong = "a_l[i] = g(z_l[i])",
        Explanation =
            "The output was calculated with the activation of another kind of layer. Which activation a layer has is part of the network; look it up for every layer.",
        ShownIn = "mazur",
        ShownBy = "a1[0]",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        foreach (NamedFunction function in ActivationFormulas.OfOthers)
        {
            Func<int, bool> layers = l => example.Network.Layers[l - 1].Activation.DisplayName != function.Name;
            string wrong = $"a_l[i] = {function.Text}";
            yield return Mistake.Way(right => right with { F2 = right.F2.Then(Apply(function)) }, function.Name, layers, wrong);
            yield return Mistake.Way(
                right => right with { F2 = right.F2.Then(Apply(function)), B2 = right.B2.Then(Derive(function)) },
                $"{function.Name}, with its own derivative",
                layers,
                wrong);
        }
    }

    private static SampleEquation Apply(NamedFunction function) => (step, s, l) =>
    {
        SampleRecord sample = step.Samples[s];
        for (int i = 0; i < sample.z[l].Length; i++)
        {
            sample.a[l][i] = function.Value(sample.z[l][i]);
        }
    };

    private static SampleEquation Derive(NamedFunction function) => (step, s, l) =>
    {
        SampleRecord sample = step.Samples[s];
        for (int i = 0; i < sample.z[l].Length; i++)
        {
            Array.Clear(sample.da_dz[l][i]);
            sample.da_dz[l][i][i] = function.Derivative(sample.z[l][i], sample.a[l][i]);
        }
    };
}
