using LoopNet.Verifying;

namespace LoopNet.Tests.Verifying;

/// <summary>What the samples of a trace say about its passes, and about the batch of its header.</summary>
public class PassesTests
{
    private static readonly double[][] Inputs = [[1, 2, 3, 4], [2, 3, 4, 5], [3, 4, 5, 6]];
    private static readonly double[][] Targets = [[1, 0, 0], [0, 1, 0], [0, 0, 1]];
    private static readonly SampleList Three = new(Inputs, Targets);
    private static readonly SampleList Others = new([[1, 2, 3, 5], Inputs[1], Inputs[2]], Targets);

    // Three samples in batches of two: steps 2 and 4 have one sample and end a pass.
    private static readonly Example TwoAndOne = PairExamples.All(1)[0] with { Samples = Three, BatchSize = 2 };

    private static readonly Example TwoAndTwo = TwoAndOne with { Samples = new([.. Inputs, [4, 5, 6, 7]], [.. Targets, Targets[0]]), Steps = 3 };

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 4)]
    public void Verify_OfASampleThatAnotherPassDoesNotHave_NamesIt(int from, int steps)
    {
        string text = Continued(TwoAndOne with { Steps = steps }, from, Others);

        TraceVerdict verdict = Verified.Verdict(text);

        Assert.Equal($"{steps + 1}/0/x[3]", verdict.Fault!.Name!.ToString());
        Assert.Contains($"{steps + 1}/0/x[3] is 5, and the same sample had 4 in step {steps - 1}", verdict.Fault.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 4)]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    public void Verify_OfSamplesThatRepeat_Follows(int from, int steps)
    {
        SampleList samples = steps % 2 == 0 ? Three : new([Inputs[2]], [Targets[2]]);

        Verified.AssertFollows(Continued(TwoAndOne with { Steps = steps }, from, samples));
    }

    // A trace that begins with step 2 does not have the step that would tell the batch.
    [Fact]
    public void Verify_OfABatchThatNoStepHas_NamesTheHeaderWhereSamplesDiffer()
    {
        TraceFault fault = Verified.AssertFault(
            WithBatch(Continued(TwoAndTwo, 2, Others), 3),
            1,
            "\"batch\" is 3, and no step has as many samples, so step 3 is a whole pass and every step has its samples; but 4/0/x[3] is 5, and the same sample had 4 in step 3");

        Assert.Null(fault.Name);
        Assert.Equal("Set \"batch\" right in the header, or give every step the same samples.", fault.Advice);
    }

    [Fact]
    public void Verify_OfABatchThatNoStepHas_NamesTheHeaderWhereNumbersOfSamplesDiffer()
    {
        string text = Continued(TwoAndTwo, 2, new SampleList([Inputs[0]], [Targets[0]]));

        Verified.AssertFault(WithBatch(text, 3), 1, "but step 4 has 1 samples, and 2 were expected: as in the pass before");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Verify_OfABatchOverTheSamplesOfStep1_NamesTheHeader(int steps)
    {
        string text = Verified.Text(TwoAndOne with { BatchSize = 7, Steps = steps });

        Assert.Contains("\"batch\":3,", text, StringComparison.Ordinal);
        Verified.AssertFollows(text);
        Verified.AssertFault(WithBatch(text, 4), 1, "\"batch\" is 4, and step 1, which has as many samples, has 3");
        Verified.AssertFault(WithBatch(text, 1000), 1, "\"batch\" is 1000, and step 1, which has as many samples, has 3");
    }

    [Fact]
    public void Verify_OfABatchBelowTheSamplesOfAStep_NamesTheStep()
    {
        TraceVerdict verdict = Verified.Verdict(WithBatch(Verified.Text(TwoAndOne with { Steps = 2 }), 1));

        Assert.Contains("step 1 has 2 samples, and 1 were expected: the batch of the header", verdict.Fault!.Problem, StringComparison.Ordinal);
    }

    private static string WithBatch(string text, int batch)
    {
        int start = text.IndexOf("\"batch\":", StringComparison.Ordinal);
        return $"{text[..start]}\"batch\":{batch}{text[text.IndexOf(',', start)..]}";
    }

    // The steps of a trace from one on, and a step more, with other samples.
    private static string Continued(Example example, int from, SampleList samples)
    {
        string[] begun = Verified.Text(example).Split('\n');
        StepRecord last = ExampleRun.Records(example)[^1];
        Layer[] layers = [.. example.Network.Layers.Select((layer, index) => new Layer(last.W_new[index + 1], last.b_new[index + 1], layer.Activation))];
        Example next = example with { Network = new Network(layers, example.Network.Loss), Samples = samples, Steps = 1 };
        string[] records =
        [
            .. begun[1..^2].Where(line => Step(line) >= from),
            .. Verified.Text(next).Split('\n')[1..^2].Select(line => line.Replace("{\"step\":1,", $"{{\"step\":{example.Steps + 1},", StringComparison.Ordinal)),
        ];
        return string.Join('\n', [begun[0], .. records, $"{{\"end\":true,\"records\":{records.Length}}}", ""]);
    }

    private static int Step(string line) => int.Parse(line["{\"step\":".Length..line.IndexOf(',', StringComparison.Ordinal)]);
}
