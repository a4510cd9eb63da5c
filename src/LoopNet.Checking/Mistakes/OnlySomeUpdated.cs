namespace LoopNet.Checking;

/// <summary>Layers left as they are.</summary>
internal static class OnlySomeUpdated
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Only some layers updated",
        Equation = "U1, U2",
        Right = "W_l' = W_l - eta dL/dW_l in every layer",
        Wrong = "W_l' = W_l in some layers",
        Explanation = "Some layers kept their parameters. A step of gradient descent moves the parameters of every layer at once.",
        ShownIn = "mazur",
        ShownBy = "W1'[0,0]",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        int last = example.Network.Layers.Length;
        if (last > 1)
        {
            yield return Way(l => l < last, "only the last layer was updated");
            foreach (int still in Enumerable.Range(1, last).Where(l => last > 2 || l == last))
            {
                yield return Way(l => l == still, Invariant($"layer {still} was not"));
            }

            foreach (int moved in Enumerable.Range(1, last - 1).Where(_ => last > 2))
            {
                yield return Way(l => l != moved, Invariant($"only layer {moved} was updated"));
            }
        }

        if (example.Rule.UpdateBiases && example.Network.Layers.Any(layer => layer.b is not null))
        {
            yield return Mistake.Way(right => right with { U1 = right.U1.Then(KeepWeights) }, "the weights were not, only the biases", _ => true);
        }
    }

    private static Edit Way(Func<int, bool> still, string what) => Mistake.Way(
        right => right with
        {
            U1 = right.U1.Then((step, l) => Keep(step, l, still, KeepWeights)),
            U2 = right.U2.Then((step, l) => Keep(step, l, still, (moved, layer) => moved.Record.b[layer]!.CopyTo(moved.Record.b_new[layer]!, 0))),
        },
        what);

    private static void Keep(CalculatedStep step, int l, Func<int, bool> still, LayerEquation keep)
    {
        if (still(l))
        {
            keep(step, l);
        }
    }

    private static void KeepWeights(CalculatedStep step, int l)
    {
        for (int i = 0; i < step.Record.W[l].Length; i++)
        {
            step.Record.W[l][i].CopyTo(step.Record.W_new[l][i], 0);
        }
    }
}
