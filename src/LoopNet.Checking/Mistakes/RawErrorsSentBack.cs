namespace LoopNet.Checking;

/// <summary>The error of a layer carried back, without its derivative.</summary>
internal static class RawErrorsSentBack
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Raw errors sent back",
        Equation = "B7",
        Right = "dL/da_(l-1)[k] = sum_i W_l[i,k] dL/dz_l[i]",
        Wrong = "dL/da_(l-1)[k] = sum_i W_l[i,k] dL/da_l[i]",
        Explanation =
            "The error itself was carried back to the layer before. It passes the activation first: dL/dz, which has the derivative in it, goes back through the weights.",
        ShownIn = "mazur",
        ShownBy = "dL/da1[0]",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        yield return Mistake.Way(
            right => right with { B7 = right.B7.Then((step, s, l) => Loops.ThroughWeights(step.dz_da[s][l], step.Samples[s].dL_da[l], step.Samples[s].dL_da[l - 1])) },
            layers: l => example.Network.Layers[l - 1].Activation is not Identity);
        if (Alteration.HasTarget(example))
        {
            yield return Mistake.Way(
                right => right with { B7 = right.B7.Then(OfDifference) },
                "a - y sent back",
                wrong: "dL/da_(l-1)[k] = sum_i W_l[i,k] (a_l[i] - y[i])");
        }
    }

    private static void OfDifference(CalculatedStep step, int s, int l)
    {
        if (l == step.Last)
        {
            SampleRecord sample = step.Samples[s];
            double[] difference = new double[sample.y.Length];
            Loops.Shortcut(sample.a[l], sample.y, difference);
            Loops.ThroughWeights(step.dz_da[s][l], difference, sample.dL_da[l - 1]);
        }
    }
}
