namespace LoopNet.Tests;

public class SampleOrderTests
{
    [Fact]
    public void Shuffled_OfAnyCount_HasEachIndexOnce()
    {
        Assert.Equal(Enumerable.Range(0, 1000), SampleOrder.Shuffled(1000, seed: 1, epoch: 1).Order());
        Assert.Empty(SampleOrder.Shuffled(0, seed: 1, epoch: 1));
    }

    // The order comes from seeded_random.py, in tests/LoopNet.Tests/Network.
    [Fact]
    public void Shuffled_OfTen_IsTheOrderOfTheSecondImplementation()
    {
        Assert.Equal([3, 1, 8, 2, 0, 6, 9, 5, 7, 4], SampleOrder.Shuffled(10, seed: 1, epoch: 1));
    }

    [Fact]
    public void Shuffled_OfFewerThanNone_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleOrder.Shuffled(-1, seed: 1, epoch: 1));
    }

    [Fact]
    public void Shuffled_OfSeedAndEpoch_DependsOnBothAndOnNothingElse()
    {
        int[] order = SampleOrder.Shuffled(50, seed: 1, epoch: 1);

        Assert.Equal(order, SampleOrder.Shuffled(50, seed: 1, epoch: 1));
        Assert.NotEqual(order, SampleOrder.Shuffled(50, seed: 2, epoch: 1));
        Assert.NotEqual(order, SampleOrder.Shuffled(50, seed: 1, epoch: 2));
    }

    // 6,000 shuffles of three: each of the six orders about 1,000 times; 5 standard deviations are 144.
    [Fact]
    public void Shuffled_ManyTimes_GivesEveryOrderEquallyOften()
    {
        IEnumerable<string> orders = Enumerable.Range(0, 6000).Select(epoch => string.Join(' ', SampleOrder.Shuffled(3, seed: 1, epoch)));

        Dictionary<string, int> counts = orders.CountBy(order => order).ToDictionary();
        Assert.Equal(6, counts.Count);
        Assert.All(counts.Values, count => Assert.InRange(count, 856, 1144));
    }
}
