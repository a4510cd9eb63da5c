using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>MNIST's four files in a folder.</summary>
/// <param name="folder">The folder.</param>
internal sealed class MnistSource(string folder) : DigitSource
{
    /// <inheritdoc/>
    public override string Description => $"MNIST in {folder}";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Files => MnistFolder.Files(folder);

    /// <inheritdoc/>
    public override DigitSet Training(int? limit = null) => MnistFolder.ReadTraining(folder).Take(limit ?? int.MaxValue);

    /// <inheritdoc/>
    public override DigitSet Test(int? limit = null) => MnistFolder.ReadTest(folder).Take(limit ?? int.MaxValue);
}
