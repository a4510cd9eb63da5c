namespace LoopNet.Tracing;

/// <summary>What stands before the first record of a trace: the network and its rule.</summary>
/// <param name="Example">The name of the example.</param>
/// <param name="Sizes">n_0, n_1, ..., n_L.</param>
/// <param name="Activations">f_1, ..., f_L.</param>
/// <param name="Loss">The name of the loss.</param>
/// <param name="LearningRate">The learning rate eta.</param>
/// <param name="Batch">The samples of one update.</param>
/// <param name="Reduction"><c>mean</c> or <c>sum</c>.</param>
/// <param name="UpdateBiases">Whether biases move.</param>
/// <param name="OutputGradient"><c>jacobian</c> or <c>shortcut</c>.</param>
public sealed record TraceHeader(
    string Example,
    int[] Sizes,
    string[] Activations,
    string Loss,
    double LearningRate,
    int Batch,
    string Reduction,
    bool UpdateBiases,
    string OutputGradient)
{
    /// <summary>The number of layers.</summary>
    public int LastLayer => Activations.Length;

    /// <summary>The header of a network's trace.</summary>
    /// <param name="name">The name of the example.</param>
    /// <param name="network">The network.</param>
    /// <param name="rule">How a step moves the parameters.</param>
    /// <param name="batchSize">The samples of one update.</param>
    public static TraceHeader Of(string name, Network network, UpdateRule rule, int batchSize)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(rule);
        return new TraceHeader(
            name,
            network.Sizes(),
            [.. network.Layers.Select(layer => layer.Activation.Name)],
            network.Loss.Name,
            rule.LearningRate,
            batchSize,
            rule.Reduction == LoopNet.Reduction.Mean ? "mean" : "sum",
            rule.UpdateBiases,
            rule.OutputGradient == LoopNet.OutputGradient.Shortcut ? "shortcut" : "jacobian");
    }
}

/// <summary>What stands after the last record of a trace: without it, the trace is incomplete.</summary>
/// <param name="Records">The number of records.</param>
public sealed record TraceEnd(int Records);
