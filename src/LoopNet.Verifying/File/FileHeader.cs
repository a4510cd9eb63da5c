namespace LoopNet.Verifying;

/// <summary>What stands in the first line of a trace: the network and its rule.</summary>
/// <param name="Example">The name of the example.</param>
/// <param name="Sizes">n_0, n_1, ..., n_L.</param>
/// <param name="Activations">f_1, ..., f_L.</param>
/// <param name="Loss">The name of the loss; null where there is none.</param>
/// <param name="LearningRate">The learning rate eta; null where nothing moves.</param>
/// <param name="Batch">The samples that an update takes, where there are as many.</param>
/// <param name="Reduction"><c>mean</c> or <c>sum</c>.</param>
/// <param name="UpdateBiases">Whether biases move.</param>
/// <param name="OutputGradient"><c>jacobian</c> or <c>shortcut</c>.</param>
public sealed record FileHeader(
    string Example,
    int[] Sizes,
    string[] Activations,
    string? Loss,
    double? LearningRate,
    int Batch,
    string Reduction,
    bool UpdateBiases,
    string OutputGradient)
{
    /// <summary>The version of the format, 1 or 2.</summary>
    public required int Version { get; init; }

    /// <summary>The slopes of the layers with leaky ReLU, null for the others; null where no layer has it.</summary>
    public double?[]? Slopes { get; init; }

    /// <summary>What stands in place of a loss: <c>given</c>, where each sample gives dL/da of the last layer; null for nothing.</summary>
    public string? Gradient { get; init; }

    /// <summary>The last layer, L.</summary>
    public int Last => Activations.Length;

    /// <summary>Whether there is a backward pass: without a loss, only from a given gradient.</summary>
    public bool GoesBack => Loss is not null || Gradient is not null;

    /// <summary>Whether the loss over several samples stands in a record of its own: not in version 1.</summary>
    public bool HasBatchLoss => Loss is not null && Version > 1;
}
