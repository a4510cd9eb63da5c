using LoopNet.Verifying;

namespace LoopNet.Tests.Verifying;

/// <summary>Traces that are right pass: of every kind of network, and of systems with other last digits. (Those of the oracles pass where they are read.)</summary>
public class HonestTraceTests
{
    public static TheoryData<string> Shipped => [.. Data.ShippedExamples.Names];

    public static TheoryData<string> Pairs => [.. PairExamples.All(1).Select(example => example.Name)];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Verify_OfAShippedExample_Follows(string name)
    {
        Verified.AssertFollowsToTheBit(Verified.Text(Data.ShippedExamples.Read(name)));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Verify_OfEachPairUnderEveryRule_Follows(string name)
    {
        foreach (Example example in PairExamples.All(1).Concat(PairExamples.All(2)).Where(example => example.Name == name))
        {
            foreach (UpdateRule rule in Rules(example))
            {
                Verified.AssertFollowsToTheBit(Verified.Text(example with { Rule = rule, BatchSize = 2, Steps = 3 }));
                Verified.AssertFollowsToTheBit(Verified.Text(example with { Rule = rule, BatchSize = 1, Steps = 3 }));
                Verified.AssertFollowsToTheBit(Verified.Text(example with { Rule = rule, BatchSize = 5, Steps = 2 }));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Verify_OfAnotherSystem_Follows(string name)
    {
        for (int seed = 1; seed <= FullRun.Count(usual: 10, full: 40); seed++)
        {
            Example example = PairExamples.All(seed).Single(pair => pair.Name == name) with { BatchSize = 2, Steps = 4 };
            Verified.AssertFollows(Verified.Text(OtherSystem.Of(example, seed)));
        }
    }

    // Weights of hundreds make softmax and sigmoid underflow: the loss then comes from z, with exp and ln of its own.
    [Theory]
    [InlineData("softmax", "cross-entropy", true)]
    [InlineData("sigmoid", "binary-cross-entropy", true)]
    [InlineData("sigmoid", "cross-entropy", false)]
    public void Verify_OfASaturatedLossOfAnotherSystem_Follows(string output, string loss, bool saturates)
    {
        for (int seed = 1; seed <= 40; seed++)
        {
            double weight = saturates ? 500.0 + seed : 20.0 + (seed / 8.0);
            Layer layer = new([[weight, 1.5], [-weight, 0.25]], [0.1, 0.2], Activation.Named(output)!);
            SampleList samples = new([[1.0, 0.5]], [[0.0, 1.0]]);
            Example example = new("saturated", new Network([layer], Loss.Named(loss)!), samples, new UpdateRule(0.5), BatchSize: 1, Steps: 1, Source: null);
            string text = Verified.Text(OtherSystem.Of(example, seed));

            Verified.AssertFollows(text);
            Assert.Equal(saturates, text.Contains("saturated: a - y", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Oracle.Names), MemberType = typeof(Oracle))]
    public void Verify_OfPyTorchsOwnOutputs_Follows(string name)
    {
        Verified.AssertFollows(Verified.Text(new OracleOutputs(Oracle.Read(name)).Example));
    }

    [Fact]
    public void Outputs_OfPyTorch_StandInMostOfTheseTraces()
    {
        int used = 0;
        int withAny = 0;
        foreach (string name in Oracle.Names.AsEnumerable<object[]>().Select(row => (string)row[0]))
        {
            OracleOutputs outputs = new(Oracle.Read(name));
            _ = Verified.Text(outputs.Example);
            used += outputs.Used;
            withAny += outputs.Used > 0 ? 1 : 0;
        }

        Assert.True(used >= 30 && withAny >= 15, $"{used} outputs in {withAny} traces");
    }

    // Written by other_system.py, which knows the format's page and nothing of this code.
    [Fact]
    public void Verify_OfATraceByAnotherProgram_Follows()
    {
        TraceVerdict verdict = Verified.AssertFollows(Repository.Read("tests/LoopNet.Tests/Verifying/other_system.trace.jsonl"));

        Assert.Equal(4, verdict.Steps);
        Assert.Equal(156, verdict.Records);
    }

    // Written by LoopNet when mean L was no record: the reader of version 2 knows version 1.
    [Fact]
    public void Verify_OfATraceOfVersion1_Follows()
    {
        string text = Repository.Read("tests/LoopNet.Tests/Verifying/version_1.trace.jsonl");
        TraceVerdict verdict = Verified.AssertFollowsToTheBit(text);

        Assert.Equal(1, verdict.Header!.Version);
        Assert.Equal(100, verdict.Records);
        Assert.DoesNotContain("mean L", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_OfALaterStepAlone_TakesItsParametersAsGiven()
    {
        string[] lines = Verified.Committed("mazur").Split('\n');
        string[] second = [.. lines.Where(line => line.StartsWith("{\"step\":2,", StringComparison.Ordinal))];

        Verified.AssertFollows($"{lines[0]}\n{string.Join('\n', second)}\n{{\"end\":true,\"records\":{second.Length}}}\n");
    }

    [Theory]
    [InlineData(true, false, true)]
    [InlineData(false, true, false)]
    public void Verify_OfLayersWithAndWithoutBiases_Follows(params bool[] hasBiases)
    {
        foreach (Example example in PairExamples.All(4))
        {
            Layer[] layers = [.. example.Network.Layers.Select((layer, index) => new Layer(layer.W, hasBiases[index] ? layer.b : null, layer.Activation))];
            Verified.AssertFollowsToTheBit(Verified.Text(example with { Network = new Network(layers, example.Network.Loss), BatchSize = 2, Steps = 2 }));
        }
    }

    private static IEnumerable<UpdateRule> Rules(Example example)
    {
        yield return new UpdateRule(0.3);
        yield return new UpdateRule(0.3) { Reduction = Reduction.Sum };
        yield return new UpdateRule(0.3) { UpdateBiases = false };
        if (UpdateRule.AllowsShortcut(example.Network))
        {
            yield return new UpdateRule(0.3) { OutputGradient = OutputGradient.Shortcut };
        }
    }
}
