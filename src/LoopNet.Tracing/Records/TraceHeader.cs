namespace LoopNet.Tracing;

/// <summary>What stands before the first record of a trace: the network and its rule.</summary>
/// <param name="Example">The name of the example.</param>
/// <param name="Network">The network; its numbers do not matter.</param>
/// <param name="Rule">How a step moves the parameters.</param>
/// <param name="Batch">The samples of one update, as they were asked for.</param>
public sealed record TraceHeader(string Example, Network Network, UpdateRule Rule, int Batch)
{
    /// <summary>The number of layers.</summary>
    public int Last => Network.Layers.Length;

    /// <summary>The loss.</summary>
    public Loss Loss => Network.Loss;

    /// <summary>How many samples an update has, and what becomes of their gradients, in words.</summary>
    public string Samples => (Batch, Rule.Reduction) switch
    {
        (1, _) => "one sample to an update",
        (_, Reduction.Mean) => Invariant($"up to {Batch} samples to an update, whose gradients are averaged"),
        _ => Invariant($"up to {Batch} samples to an update, whose gradients are added up"),
    };

    /// <summary>The activation of a layer.</summary>
    /// <param name="l">The layer, from 1.</param>
    public Activation Activation(int l) => Network.Layers[l - 1].Activation;

    /// <summary>The header of an example's trace.</summary>
    /// <param name="example">The example.</param>
    public static TraceHeader Of(Example example)
    {
        ArgumentNullException.ThrowIfNull(example);
        return new TraceHeader(example.Name, example.Network, example.Rule, example.BatchSize);
    }
}
