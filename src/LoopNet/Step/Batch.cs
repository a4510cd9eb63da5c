using System.Diagnostics;

namespace LoopNet;

/// <summary>The samples of one update: a run of consecutive places in the order of a pass.</summary>
/// <param name="Source">Where the samples come from.</param>
/// <param name="Order">The order of the pass, a permutation of the source's indexes; null for the source's own order.</param>
/// <param name="First">The first place of the batch in that order, from 0.</param>
/// <param name="Count">The number of samples, at least 1.</param>
[DebuggerStepThrough]
[DebuggerDisplay("{Count} samples from place {First}")]
public readonly record struct Batch(ISampleSource Source, int[]? Order, int First, int Count)
{
    /// <summary>How many updates a pass has: the last takes what is left.</summary>
    /// <param name="samples">The samples of a pass, at least 1.</param>
    /// <param name="batchSize">The samples of an update, at least 1.</param>
    public static int CountPerPass(int samples, int batchSize) => (int)(((long)samples + batchSize - 1) / batchSize);

    /// <summary>Update <paramref name="index"/> of a pass.</summary>
    /// <param name="source">Where the samples come from.</param>
    /// <param name="order">The order of the pass, or null for the source's own.</param>
    /// <param name="batchSize">The samples of an update, at least 1.</param>
    /// <param name="index">0 to <see cref="CountPerPass"/> - 1.</param>
    public static Batch Of(ISampleSource source, int[]? order, int batchSize, int index)
    {
        ArgumentNullException.ThrowIfNull(source);
        int first = (int)((long)index * batchSize);
        int count = Math.Min(batchSize, source.Count - first);
        return new Batch(source, order, first, count);
    }

    /// <summary>The index in the source of sample <paramref name="s"/> of this batch.</summary>
    public int IndexOf(int s) => Order is null ? First + s : Order[First + s];
}
