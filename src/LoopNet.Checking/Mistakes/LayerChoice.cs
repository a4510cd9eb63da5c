namespace LoopNet.Checking;

/// <summary>The layers in which somebody made a mistake.</summary>
/// <param name="Where">Which, as the end of a sentence: <c>in every layer</c>, <c>in layer 2</c>.</param>
/// <param name="Layers">Their numbers.</param>
internal sealed record LayerChoice(string Where, IReadOnlySet<int> Layers)
{
    /// <summary>All layers in which a mistake can be made, then all hidden ones of them, then each alone.</summary>
    /// <param name="example">The example.</param>
    /// <param name="possible">Whether the mistake can be made in a layer.</param>
    public static IEnumerable<LayerChoice> Of(Example example, Func<int, bool> possible)
    {
        int last = example.Network.Layers.Length;
        int[] layers = [.. Enumerable.Range(1, last).Where(possible)];
        if (layers.Length > 1)
        {
            yield return new LayerChoice(layers.Length == last ? "in every layer" : Invariant($"in layers {string.Join(", ", layers[..^1])} and {layers[^1]}"), layers.ToHashSet());
        }

        int[] hidden = [.. layers.Where(l => l < last)];
        if (hidden.Length > 1 && hidden.Length < layers.Length)
        {
            yield return new LayerChoice("in every hidden layer", hidden.ToHashSet());
        }

        foreach (int l in layers)
        {
            yield return new LayerChoice(Invariant($"in layer {l}"), new HashSet<int> { l });
        }
    }

    /// <summary>The layers in which the derivative of an activation counts: not where it is 1, nor where the shortcut has it in already.</summary>
    /// <param name="example">The example.</param>
    /// <param name="counts">Whether the derivative of an activation counts.</param>
    public static IEnumerable<LayerChoice> OfDerivatives(Example example, Func<Activation, bool> counts)
    {
        int last = example.Network.Layers.Length;
        bool shortcut = example.Rule.OutputGradient == OutputGradient.Shortcut;
        return Of(example, l => counts(example.Network.Layers[l - 1].Activation) && !(shortcut && l == last));
    }

    /// <summary>An equation that is another one in these layers.</summary>
    public SampleEquation Instead(SampleEquation right, SampleEquation wrong)
    {
        return (step, s, l) => (Layers.Contains(l) ? wrong : right)(step, s, l);
    }

    /// <summary>An equation after which, in these layers, more is done to what it has filled.</summary>
    public SampleEquation After(SampleEquation right, SampleEquation more)
    {
        return (step, s, l) =>
        {
            right(step, s, l);
            if (Layers.Contains(l))
            {
                more(step, s, l);
            }
        };
    }

    /// <summary>An equation after which, in these layers, more is done to what it has filled.</summary>
    public LayerEquation After(LayerEquation right, LayerEquation more)
    {
        return (step, l) =>
        {
            right(step, l);
            if (Layers.Contains(l))
            {
                more(step, l);
            }
        };
    }
}
