namespace LoopNet.Tests.Vectorized;

/// <summary>The twin against the literal loops, bit by bit, over runs that are drawn from seeds.</summary>
public class SameBitsTests
{
    public static TheoryData<string, int> Cases()
    {
        TheoryData<string, int> cases = [];
        foreach ((string kind, int all) in new[] { ("ordinary", 260), ("saturating", 120), ("exploding", 180) })
        {
            for (int seed = 1; seed <= FullRun.Count(usual: all / 4, full: all); seed++)
            {
                cases.Add(kind, seed);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Epoch_EveryVectorWidth_GivesTheBitsOfTheLiteralLoops(string kind, int seed)
    {
        TwinCase twin = new(seed, kind);
        TwinCase.Outcome literal = twin.Literal();

        foreach (LaneCount lanes in Enum.GetValues<LaneCount>())
        {
            AssertSame(literal, twin.Fast(lanes, threads: 1), $"{lanes} lanes: {twin}");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Epoch_AnyNumberOfThreads_GivesTheBitsOfTheLiteralLoops(int threads)
    {
        for (int seed = 1; seed <= FullRun.Count(usual: 10, full: 40); seed++)
        {
            TwinCase twin = new(seed, "threads");
            AssertSame(twin.Literal(), twin.Fast(LaneCounts.Most, threads), $"{threads} threads: {twin}");
        }
    }

    [Fact]
    public void Cases_AsDrawn_ContainWhatTheyAreFor()
    {
        List<TwinCase> exploding = [.. Enumerable.Range(1, 180).Select(seed => new TwinCase(seed, "exploding"))];
        string[] messages = [.. exploding.Select(twin => twin.Literal().Message).OfType<string>()];
        List<TwinCase> saturating = [.. Enumerable.Range(1, 120).Select(seed => new TwinCase(seed, "saturating"))];

        Assert.InRange(messages.Length, 45, 165);
        Assert.Contains(messages, message => message.StartsWith('z'));
        Assert.Contains(messages, message => message.StartsWith("dL/d", StringComparison.Ordinal));
        Assert.True(saturating.Count(Saturates) >= 10);
    }

    [Fact]
    public void Epoch_FusedMultiplyAdd_IsNoticed() => AssertNoticed(twin => twin.In<FusedLane>());

    [Fact]
    public void Epoch_SumsInAnotherOrder_AreNoticed() => AssertNoticed(twin => twin.In<ReorderedLane>());

    private static void AssertNoticed(Func<TwinCase, TwinCase.Outcome> mistaken)
    {
        int noticed = 0;
        for (int seed = 1; seed <= 30; seed++)
        {
            TwinCase twin = new(seed, "ordinary");
            TwinCase.Outcome outcome = mistaken(twin);
            noticed += Differ(twin.Literal(), outcome) ? 1 : 0;
        }

        Assert.InRange(noticed, 15, 30);
    }

    private static bool Saturates(TwinCase twin)
    {
        Network network = twin.Network();
        SampleRecord record = new(network, gradients: false, inputGradient: false);
        return Enumerable.Range(0, twin.Samples.Count).Any(s =>
        {
            twin.Samples.Read(s, record.x, record.y);
            ForwardPass.Run(network, record);
            return record.Saturated;
        });
    }

    private static bool Differ(TwinCase.Outcome expected, TwinCase.Outcome actual)
    {
        return ParameterBits(expected.Network) != ParameterBits(actual.Network);
    }

    private static void AssertSame(TwinCase.Outcome expected, TwinCase.Outcome actual, string name)
    {
        Assert.True(string.Equals(expected.Message, actual.Message, StringComparison.Ordinal), $"{name}: {actual.Message} instead of {expected.Message}");
        Assert.True(ParameterBits(expected.Network) == ParameterBits(actual.Network), $"{name}: other parameters");
        if (expected.Message is null)
        {
            Assert.Equal(expected.SamplesDone, actual.SamplesDone);
            Assert.True(BitConverter.DoubleToInt64Bits(expected.SumOfLosses) == BitConverter.DoubleToInt64Bits(actual.SumOfLosses), $"{name}: another sum of losses");
        }
    }

    private static string ParameterBits(Network network)
    {
        IEnumerable<double> parameters = network.Layers.SelectMany(layer => layer.W.SelectMany(row => row).Concat(layer.b ?? []));
        return string.Join(' ', parameters.Select(number => BitConverter.DoubleToInt64Bits(number)));
    }
}
