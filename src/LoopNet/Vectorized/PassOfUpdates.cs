namespace LoopNet;

/// <summary>The updates of one pass over the samples.</summary>
/// <param name="Source">Where the samples come from.</param>
/// <param name="Order">The order of the pass; null for the source's own.</param>
/// <param name="BatchSize">The samples of an update, at least 1.</param>
internal readonly record struct PassOfUpdates(ISampleSource Source, int[]? Order, int BatchSize)
{
    /// <summary>How many updates the pass has.</summary>
    public int Count => LoopNet.Batch.CountPerPass(Source.Count, BatchSize);

    /// <summary>The samples of an update.</summary>
    public Batch Batch(int index) => LoopNet.Batch.Of(Source, Order, BatchSize, index);
}
