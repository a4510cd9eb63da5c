namespace LoopNet.Cli;

/// <summary>Hidden units with the same weights and biases, to the bit: they compute the same, move alike, and stay one unit for good.</summary>
internal static class EqualUnits
{
    /// <summary>The heading of its explanation.</summary>
    public const string Heading = "Equal units";

    /// <summary>Looks for them in each hidden layer.</summary>
    /// <param name="network">The network after at least one update.</param>
    public static IEnumerable<Symptom> In(Network network)
    {
        for (int l = 1; l < network.Layers.Length; l++)
        {
            Layer layer = network.Layers[l - 1];
            HashSet<string> distinct = [.. Enumerable.Range(0, layer.Size).Select(i => Bits(layer, i))];
            if (distinct.Count < layer.Size)
            {
                string which = distinct.Count == 1 ? Invariant($"all {layer.Size} units have") : Invariant($"{layer.Size} units have {distinct.Count} different sets of weights, so some have");
                yield return new Symptom(Heading, Invariant($"layer {l}: {which} the same weights to the bit, and no update will tell them apart"));
            }
        }
    }

    private static string Bits(Layer layer, int i)
    {
        HashCode hash = default;
        Array.ForEach(layer.W[i], hash.Add);
        double bias = layer.b?[i] ?? 0.0;

        // A hash alone could be equal by chance; with some of the numbers beside it, that is not to be feared.
        return Invariant($"{hash.ToHashCode()} {bias:R} {layer.W[i][0]:R} {layer.W[i][^1]:R} {layer.W[i].Sum():R}");
    }
}
