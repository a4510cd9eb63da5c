namespace LoopNet.Tracing;

/// <summary>What stands before the first record of a trace: the network and its rule.</summary>
/// <param name="Example">The name of the example, by the rule for names: it also names files.</param>
/// <param name="Network">The network; its numbers do not matter.</param>
/// <param name="Rule">How a step moves the parameters.</param>
/// <param name="Batch">The samples of the first update of a pass, at least 1; no more than there are.</param>
/// <exception cref="ArgumentException">The name is none, or the batch is less than 1.</exception>
public sealed record TraceHeader(string Example, Network Network, UpdateRule Rule, int Batch)
{
    /// <summary>The name of the example.</summary>
    public string Example { get; } = LoopNet.Example.IsName(Example)
        ? Example
        : throw new ArgumentException($"The name of an example is {LoopNet.Example.NameRule}.", nameof(Example));

    /// <summary>The samples of the first update of a pass, at least 1; no more than there are.</summary>
    public int Batch { get; } = Batch >= 1 ? Batch : throw new ArgumentOutOfRangeException(nameof(Batch), Batch, "An update has at least one sample.");

    /// <summary>The number of layers.</summary>
    public int Last => Network.Layers.Length;

    /// <summary>The loss.</summary>
    public Loss Loss => Network.Loss;

    /// <summary>The activations, first layer to last, in words.</summary>
    public string Activations => string.Join(", ", Network.Layers.Select(layer => layer.Activation is LeakyRelu { IsStandard: true } leaky ? Invariant($"{leaky} (slope {leaky.Slope:R})") : layer.Activation.DisplayName));

    /// <summary>Whether the loss is written with ln.</summary>
    public bool HasLogarithm => Network.HasLoss && Loss.DisplayDefinition.Contains("ln ", StringComparison.Ordinal);

    /// <summary>The loss, or what stands in for it, in words.</summary>
    public string LossInWords => Loss switch
    {
        NoLoss => "none: this is the forward pass alone",
        GivenGradient => "none: each sample gives the gradient dL/da of the last layer",
        _ => $"{Loss.DisplayName}: L = {Loss.DisplayDefinition}",
    };

    /// <summary>How many samples an update has, or a step without one, and what becomes of their gradients, in words.</summary>
    public string Samples
    {
        get
        {
            string whole = Rule.Moves ? "an update" : "a step";
            return (Batch, Rule.Reduction) switch
            {
                (1, _) => $"one sample to {whole}",
                (_, Reduction.Mean) => Invariant($"up to {Batch} samples to {whole}, whose gradients are averaged"),
                _ => Invariant($"up to {Batch} samples to {whole}, whose gradients are added up"),
            };
        }
    }

    /// <summary>The activation of a layer.</summary>
    /// <param name="l">The layer, from 1.</param>
    public Activation Activation(int l) => Network.Layers[l - 1].Activation;

    /// <summary>The header of an example's trace.</summary>
    /// <param name="example">The example.</param>
    public static TraceHeader Of(Example example)
    {
        ArgumentNullException.ThrowIfNull(example);
        return new TraceHeader(example.Name, example.Network, example.Rule, Math.Min(example.BatchSize, example.Samples.Count));
    }
}
