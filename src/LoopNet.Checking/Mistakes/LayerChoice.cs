namespace LoopNet.Checking;

/// <summary>The layers in which somebody made a mistake.</summary>
/// <param name="Where">Which, as the end of a sentence: <c>in every layer</c>, <c>in layer 2</c>.</param>
/// <param name="Layers">Their numbers.</param>
internal sealed record LayerChoice(string Where, IReadOnlySet<int> Layers)
{
    /// <summary>Whether it was made in layer <paramref name="l"/>.</summary>
    public bool Has(int l) => Layers.Contains(l);

    /// <summary>All layers in which a mistake can be made, then all hidden ones of them, then each alone.</summary>
    /// <param name="example">The example.</param>
    /// <param name="possible">Whether the mistake can be made in a layer.</param>
    public static IEnumerable<LayerChoice> Of(Example example, Func<int, bool> possible)
    {
        int last = example.Network.Layers.Length;
        int[] layers = [.. Enumerable.Range(1, last).Where(possible)];
        if (layers.Length > 1)
        {
            yield return new LayerChoice(layers.Length == last ? "in every layer" : $"in layers {string.Join(", ", layers[..^1])} and {layers[^1]}", layers.ToHashSet());
        }

        int[] hidden = [.. layers.Where(l => l < last)];
        if (hidden.Length > 1 && hidden.Length < layers.Length)
        {
            yield return new LayerChoice("in every hidden layer", hidden.ToHashSet());
        }

        foreach (int l in layers)
        {
            yield return new LayerChoice($"in layer {l}", new HashSet<int> { l });
        }
    }
}
