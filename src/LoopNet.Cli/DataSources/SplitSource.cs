using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>All digits of another source, perhaps shuffled, split anew into digits to train on and digits to test with.</summary>
/// <param name="inner">The other source.</param>
/// <param name="split">How the digits are split.</param>
/// <param name="shuffleSeed">The seed of the order before the split; null for the source's own order.</param>
internal sealed class SplitSource(DigitSource inner, Split split, long? shuffleSeed) : DigitSource
{
    private DigitSet? _training;
    private DigitSet? _test;

    /// <inheritdoc/>
    public override string Description
    {
        get
        {
            string shuffled = shuffleSeed is null ? "" : "shuffled, ";
            return $"{inner.Description}; all digits together, {shuffled}split {split}";
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Files => inner.Files;

    /// <inheritdoc/>
    public override DigitSet Training(int? limit = null)
    {
        Read(limit);
        return _training!;
    }

    /// <inheritdoc/>
    public override DigitSet Test(int? limit = null)
    {
        Read(limit);
        return _test!;
    }

    private void Read(int? limit)
    {
        if (_training is not null)
        {
            return;
        }

        DigitSet pool = inner.Training().Join(inner.Test());
        int[] order = shuffleSeed is long seed ? SampleOrder.Shuffled(pool.Count, seed, epoch: 0) : [.. Enumerable.Range(0, pool.Count)];
        int count = Math.Min(limit ?? int.MaxValue, pool.Count);
        (int training, int test) = split.Of(count);
        _training = pool.Select(order.AsSpan(0, training));
        _test = pool.Select(order.AsSpan(training, test));
    }
}
