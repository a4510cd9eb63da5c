namespace LoopNet.Tests;

public class BatchTests
{
    private static readonly SampleList Eight = new([.. Enumerable.Range(0, 8).Select(s => new double[] { s })], [.. Enumerable.Range(0, 8).Select(_ => new double[] { 0.0 })]);

    // The twin takes its batches from here too, so that no comparison with it would notice a wrong one.
    [Theory]
    [InlineData(3, 0, 0, 3)]
    [InlineData(3, 1, 3, 3)]
    [InlineData(3, 2, 6, 2)]
    [InlineData(8, 0, 0, 8)]
    [InlineData(9, 0, 0, 8)]
    [InlineData(int.MaxValue, 0, 0, 8)]
    public void Of_EightSamples_TakesWhatIsLeftLast(int batchSize, int index, int first, int count)
    {
        Batch batch = Batch.Of(Eight, null, batchSize, index);

        Assert.Equal((first, count), (batch.First, batch.Count));
        Assert.Equal(first + count - 1, batch.IndexOf(count - 1));
    }

    [Theory]
    [InlineData(8, 3, 3)]
    [InlineData(9, 3, 3)]
    [InlineData(10, 3, 4)]
    [InlineData(1, int.MaxValue, 1)]
    [InlineData(int.MaxValue, int.MaxValue, 1)]
    [InlineData(int.MaxValue, 1, int.MaxValue)]
    public void CountPerPass_OfSamplesAndBatchSize_CountsTheRest(int samples, int batchSize, int updates)
    {
        Assert.Equal(updates, Batch.CountPerPass(samples, batchSize));
    }

    [Fact]
    public void IndexOf_InAnOrder_FollowsIt()
    {
        Batch batch = Batch.Of(Eight, [7, 6, 5, 4, 3, 2, 1, 0], 3, 2);

        Assert.Equal([1, 0], [batch.IndexOf(0), batch.IndexOf(1)]);
    }

    [Theory]
    [InlineData(new[] { 0, 1, 2, 3, 4, 5, 6, 6 }, "6 stands in it twice")]
    [InlineData(new[] { 0, 1, 2, 3, 4, 5, 6, 8 }, "there is no sample 8")]
    [InlineData(new[] { 0, 1, 2, 3, 4, 5, 6, -1 }, "there is no sample -1")]
    [InlineData(new[] { 0, 1, 2, 3, 4, 5, 6 }, "this one has 7 indexes")]
    [InlineData(new[] { 0, 1, 2, 3, 4, 5, 6, 7, 8 }, "this one has 9 indexes")]
    public void Batch_InAnOrderThatIsNone_IsRefused(int[] order, string fault)
    {
        Assert.Contains(fault, Assert.Throws<ArgumentException>(() => Batch.Of(Eight, order, 1, 0)).Message, StringComparison.Ordinal);
        Assert.Contains(fault, Assert.Throws<ArgumentException>(() => new Batch(Eight, order, 0, 1)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 0)]
    [InlineData(0, -1)]
    [InlineData(0, 9)]
    [InlineData(8, 1)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void Batch_OfPlacesThatAreNotThere_IsRefused(int first, int count)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Batch(Eight, order: null, first, count));
    }

    [Theory]
    [InlineData(3, -1)]
    [InlineData(3, 3)]
    [InlineData(0, 0)]
    [InlineData(-1, 0)]
    public void Of_AnUpdateThatThePassDoesNotHave_IsRefused(int batchSize, int index)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Batch.Of(Eight, null, batchSize, index));
    }

    [Fact]
    public void Of_NoSource_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => Batch.Of(null!, null, 1, 0));
        Assert.Throws<ArgumentNullException>(() => new Batch(null!, null, 0, 1));
    }
}
