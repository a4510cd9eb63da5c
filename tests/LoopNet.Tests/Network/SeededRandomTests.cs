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

        Assert.Equal(-0.8366222270192173, random.NextNormal(), 14);
        Assert.Equal(-0.5931616526463418, random.NextNormal(), 14);
        Assert.Equal(-0.23049093087064984, random.NextNormal(), 14);
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
