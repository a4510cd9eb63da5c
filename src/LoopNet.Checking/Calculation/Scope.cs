namespace LoopNet.Checking;

/// <summary>Where somebody calculated by other equations: in which layers, samples and steps.</summary>
/// <param name="Where">As the end of a sentence: <c>in every layer</c>, <c>in layer 2</c>; empty for everywhere.</param>
public sealed record Scope(string Where)
{
    /// <summary>Everywhere.</summary>
    public static Scope Everywhere { get; } = new("");

    /// <summary>The layers; null for all of them.</summary>
    public IReadOnlySet<int>? Layers { get; init; }

    /// <summary>The only sample; null for all of them.</summary>
    public int? Sample { get; init; }

    /// <summary>The only step; null for all of them.</summary>
    public int? Step { get; init; }

    /// <summary>Whether a place is in it.</summary>
    /// <param name="step">The step, from 1.</param>
    /// <param name="s">The sample; null for what belongs to the whole step.</param>
    /// <param name="l">The layer, from 1.</param>
    public bool Has(int step, int? s, int l)
    {
        return (Layers is null || Layers.Contains(l)) && (Sample is null || s is null || s == Sample) && (Step is null || step == Step);
    }

    /// <summary>All layers in which something can be done, then all hidden ones of them, then each alone.</summary>
    /// <param name="last">The number of layers.</param>
    /// <param name="possible">Whether it can be done in a layer.</param>
    public static IReadOnlyList<Scope> OfLayers(int last, Func<int, bool> possible)
    {
        List<Scope> scopes = [];
        int[] layers = [.. Enumerable.Range(1, last).Where(possible)];
        if (layers.Length > 1)
        {
            scopes.Add(Of(layers.Length == last ? "in every layer" : Invariant($"in layers {string.Join(", ", layers[..^1])} and {layers[^1]}"), layers));
        }

        int[] hidden = [.. layers.Where(l => l < last)];
        if (hidden.Length > 1 && hidden.Length < layers.Length)
        {
            scopes.Add(Of("in every hidden layer", hidden));
        }

        scopes.AddRange(layers.Select(l => Of(Invariant($"in layer {l}"), [l])));
        return scopes;
    }

    private static Scope Of(string where, int[] layers) => new(where) { Layers = layers.ToHashSet() };
}
