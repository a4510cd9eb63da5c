using System.Diagnostics;

namespace LoopNet;

/// <summary>The samples of one update: a run of consecutive places in the order of a pass.</summary>
[DebuggerStepThrough]
[DebuggerDisplay("{Count} samples from place {First}")]
public readonly record struct Batch
{
    /// <summary>Chooses the samples of an update.</summary>
    /// <param name="source">Where the samples come from.</param>
    /// <param name="order">The order of the pass, a permutation of the source's indexes; null for the source's own order.</param>
    /// <param name="first">The first place of the batch in that order, from 0.</param>
    /// <param name="count">The number of samples, at least 1.</param>
    /// <exception cref="ArgumentException">The order is no permutation of the source's indexes, or the places are not all in it.</exception>
    public Batch(ISampleSource source, int[]? order, int first, int count)
        : this(first, count, source, order)
    {
        ArgumentNullException.ThrowIfNull(source);
        CheckOrder(order, source.Count);
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, source.Count - first);
    }

    // A run checks the order of a pass once, and not for every update.
    private Batch(int first, int count, ISampleSource source, int[]? order)
    {
        Source = source;
        Order = order;
        First = first;
        Count = count;
    }

    /// <summary>Where the samples come from; null only in a batch that no constructor made, which no step takes.</summary>
    public ISampleSource Source { get; }

    /// <summary>The order of the pass, a permutation of the source's indexes; null for the source's own order.</summary>
    public int[]? Order { get; }

    /// <summary>The first place of the batch in that order, from 0.</summary>
    public int First { get; }

    /// <summary>The number of samples, at least 1.</summary>
    public int Count { get; }

    /// <summary>How many updates a pass has: the last takes what is left.</summary>
    /// <param name="samples">The samples of a pass, at least 1.</param>
    /// <param name="batchSize">The samples of an update, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is less than 1.</exception>
    public static int CountPerPass(int samples, int batchSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        return (int)(((long)samples + batchSize - 1) / batchSize);
    }

    /// <summary>Update <paramref name="index"/> of a pass.</summary>
    /// <param name="source">Where the samples come from, at least one.</param>
    /// <param name="order">The order of the pass, a permutation of the source's indexes; null for the source's own order.</param>
    /// <param name="batchSize">The samples of an update, at least 1.</param>
    /// <param name="index">0 to <see cref="CountPerPass"/> - 1.</param>
    /// <exception cref="ArgumentException">The order is no permutation of the source's indexes, or the pass has no such update.</exception>
    public static Batch Of(ISampleSource source, int[]? order, int batchSize, int index)
    {
        ArgumentNullException.ThrowIfNull(source);
        CheckOrder(order, source.Count);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, CountPerPass(source.Count, batchSize));
        return OfPass(source, order, batchSize, index);
    }

    /// <summary>The same for a run that has checked the order of the pass, its batch size and its updates.</summary>
    internal static Batch OfPass(ISampleSource source, int[]? order, int batchSize, int index)
    {
        int first = (int)((long)index * batchSize);
        int count = Math.Min(batchSize, source.Count - first);
        return new Batch(first, count, source, order);
    }

    /// <summary>Checks that an order has each index once.</summary>
    /// <param name="order">The order of a pass; null for the source's own, which is right.</param>
    /// <param name="samples">How many samples there are.</param>
    /// <exception cref="ArgumentException">It has not.</exception>
    internal static void CheckOrder(int[]? order, int samples)
    {
        if (order is null)
        {
            return;
        }

        if (order.Length != samples)
        {
            throw new ArgumentException(Invariant($"An order of {samples} samples has each of their indexes once; this one has {order.Length} indexes."), nameof(order));
        }

        bool[] seen = new bool[samples];
        foreach (int index in order)
        {
            if (index < 0 || index >= samples || seen[index])
            {
                string fault = index < 0 || index >= samples ? Invariant($"there is no sample {index}") : Invariant($"{index} stands in it twice");
                throw new ArgumentException(Invariant($"An order of {samples} samples has each index from 0 to {samples - 1} once; {fault}."), nameof(order));
            }

            seen[index] = true;
        }
    }

    /// <summary>The index in the source of sample <paramref name="s"/> of this batch.</summary>
    public int IndexOf(int s) => Order is null ? First + s : Order[First + s];
}
