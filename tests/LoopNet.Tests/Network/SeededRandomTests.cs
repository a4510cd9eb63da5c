namespace LoopNet.Tests;

/// <summary>The numbers come from seeded_random.py, the same generator written a second time.</summary>
public class SeededRandomTests
{
    [Fact]
    public void NextBits_OfSeedOne_GivesTheNumbersOfTheSecondImplementation()
    {
        SeededRandom random = new(1, "weights");

        Assert.Equal([0x4c243fb5327847ecUL, 0x7c36ce0064624a14UL, 0x47e32609f8c1e645UL], [random.NextBits(), random.NextBits(), random.NextBits()]);
    }

    [Fact]
    public void NextUniform_OfANegativeSeedAndAnEpoch_GivesTheNumbersOfTheSecondImplementation()
    {
        SeededRandom random = new(-5, "shuffle", 3);

        Assert.Equal([0.9651238895197759, 0.8693108401126525, 0.06270753122926676], [random.NextUniform(), random.NextUniform(), random.NextUniform()]);
    }

    [Fact]
    public void NextNormal_OfSeedOne_GivesTheNumbersOfTheSecondImplementation()
    {
        SeededRandom random = new(1, "weights");

        Assert.Equal([-1.8932296674116966, -1.4627908159792444, -1.0434147738513064], [random.NextNormal(), random.NextNormal(), random.NextNormal()]);
    }

    [Fact]
    public void NextNormal_OfManyDraws_HasTheMomentsOfTheNormalDistribution()
    {
        SeededRandom random = new(2, "weights");
        double[] draws = [.. Enumerable.Range(0, 100_000).Select(_ => random.NextNormal())];

        // Five standard deviations each: of the mean, of the mean square, and of the share below -1, which is 0.15866.
        Assert.InRange(draws.Average(), -0.0158, 0.0158);
        Assert.InRange(draws.Average(draw => draw * draw), 1.0 - 0.0224, 1.0 + 0.0224);
        Assert.InRange(draws.Average(draw => draw * draw * draw * draw), 3.0 - 0.155, 3.0 + 0.155);
        Assert.InRange(draws.Count(draw => draw < -1.0) / 100_000.0, 0.1528, 0.1645);
    }

    [Fact]
    public void NextIndex_OfManyDraws_ReachesEveryIndexAndNoOther()
    {
        SeededRandom random = new(1, "index");
        int[] counts = new int[7];
        for (int draw = 0; draw < 7000; draw++)
        {
            counts[random.NextIndex(7)]++;
        }

        // 1000 expected of each; 5 standard deviations are 146.
        Assert.All(counts, count => Assert.InRange(count, 854, 1146));
    }
}
