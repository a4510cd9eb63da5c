using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>A place that digits come from, with a set to train on and a set to test with.</summary>
/// <remarks>Nothing is read before a set is asked for.</remarks>
internal abstract class DigitSource
{
    /// <summary>What the source is called in the output, for example <c>MNIST in ./data/mnist</c>.</summary>
    public abstract string Description { get; }

    /// <summary>The files that hold the digits; nothing may be written to them.</summary>
    public abstract IReadOnlyList<string> Files { get; }

    /// <summary>The digits to train on.</summary>
    /// <param name="limit">At most this many, the first ones; null for all.</param>
    /// <exception cref="DataException">A file cannot be used.</exception>
    public abstract DigitSet Training(int? limit = null);

    /// <summary>The digits to test with.</summary>
    /// <param name="limit">At most this many, the first ones; null for all.</param>
    /// <exception cref="DataException">A file cannot be used.</exception>
    public abstract DigitSet Test(int? limit = null);
}
