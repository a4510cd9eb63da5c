namespace LoopNet.Checking;

/// <summary>The outputs of another layer in the gradient of the weights.</summary>
internal static class WrongInput
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Weight gradient with the wrong input",
        Equation = "B5",
        Right = "dL/dW_l[i,k] = dL/dz_l[i] a_(l-1)[k]",
        Wrong = "dL/dW_l[i,k] = dL/dz_l[i] times an output of another layer",
        Explanation =
            "The gradient of the weights was taken with numbers of another layer. A weight is multiplied, on the way forward, by the output of the layer before; that output stands in its gradient.",
        ShownIn = "mazur",
        ShownBy = "dL/dW2[0,0]",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        int[] n = example.Network.Sizes();
        yield return Way("x used", "x[k]", (_, _) => 0, l => l > 1 && n[0] >= n[l - 1]);
        yield return Way("the outputs of the layer itself used", "a_l[k]", (_, l) => l, l => n[l] >= n[l - 1]);
        yield return Way("the outputs of two layers before used", "the outputs two layers before, [k]", (_, l) => l - 2, l => l > 2 && n[l - 2] >= n[l - 1]);
        yield return Way("the outputs of the network used", "the outputs of the network, [k]", (step, _) => step.Last, l => l < n.Length - 1 && n[^1] >= n[l - 1]);
    }

    private static Edit Way(string way, string input, Func<CalculatedStep, int, int> from, Func<int, bool> layers)
    {
        return Mistake.Way(right => right with { B5 = right.B5.Then((step, s, l) => Take(step, s, l, from(step, l))) }, way, layers, $"dL/dW_l[i,k] = dL/dz_l[i] {input}");
    }

    private static void Take(CalculatedStep step, int s, int l, int from)
    {
        SampleRecord sample = step.Samples[s];
        Loops.WeightGradient(sample.dL_dz[l], sample.a[from][..sample.a[l - 1].Length], sample.dL_dW[l]);
    }
}
