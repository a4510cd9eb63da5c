namespace LoopNet.Verifying;

/// <summary>What stands in the first line of a trace: the network and its rule.</summary>
/// <param name="Example">The name of the example.</param>
/// <param name="Sizes">n_0, n_1, ..., n_L.</param>
/// <param name="Activations">f_1, ..., f_L.</param>
/// <param name="Loss">The name of the loss.</param>
/// <param name="LearningRate">The learning rate eta.</param>
/// <param name="Batch">The samples that an update takes, where there are as many.</param>
/// <param name="Reduction"><c>mean</c> or <c>sum</c>.</param>
/// <param name="UpdateBiases">Whether biases move.</param>
/// <param name="OutputGradient"><c>jacobian</c> or <c>shortcut</c>.</param>
public sealed record FileHeader(
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
    /// <summary>The last layer, L.</summary>
    public int Last => Activations.Length;
}
