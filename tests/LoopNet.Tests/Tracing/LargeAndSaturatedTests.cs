namespace LoopNet.Tests.Tracing;

/// <summary>Traces at the edges: of saturated losses, and of tensors too large to be read.</summary>
public class LargeAndSaturatedTests
{
    // A logit gap of 10,000 against the target: a3 underflows, and the chain B1, B2, B3 has no finite value.
    [Fact]
    public void Trace_OfASaturatedSoftmax_IsFiniteAndSaysSo()
    {
        Example example = OneLayer([[10000.0], [0.0]], new Softmax(), new CrossEntropy(), [0.0, 1.0]);

        ReadTrace trace = WrittenTrace.Read(example);

        ReadRecord record = trace["1/0/dL/dz1"];
        Assert.Equal("B3", record.Equation);
        Assert.Equal("saturated: a - y", record.Note);
        Assert.Equal(["a1", "y"], record.Operands);
        Assert.Equal([1.0, -1.0], record.Values!);
        Assert.Equal([10000.0], trace["1/0/L"].Values!);
        Assert.Equal(["z1", "y"], trace["1/0/L"].Operands);
        Assert.All(trace.Records, tensor => Assert.True(tensor.Values!.All(double.IsFinite), tensor.Key));
        Assert.All(trace.Records.Where(tensor => tensor != record), tensor => Assert.Null(tensor.Note));
    }

    [Fact]
    public void Text_OfASaturatedSoftmax_SaysWhyThereIsNoChain()
    {
        Example example = OneLayer([[10000.0], [0.0]], new Softmax(), new CrossEntropy(), [0.0, 1.0]);

        string text = WrittenTrace.Text(example);

        Assert.Contains("B3  dL/dz1 = a1 - y", text, StringComparison.Ordinal);
        Assert.Contains("    saturated: a - y, since the chain (da1/dz1)^T dL/da1 has no finite value here\n", text, StringComparison.Ordinal);
        Assert.Contains("F3  L = sum y (ln sum exp(z1 - max) + max - z1)", text, StringComparison.Ordinal);
        Assert.Contains("      = 10000\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Trace_OfASaturatedSigmoid_IsFiniteAndSaysSo()
    {
        Example example = OneLayer([[40.0], [0.5]], new Sigmoid(), new BinaryCrossEntropy(), [0.0, 1.0]);

        ReadTrace trace = WrittenTrace.Read(example);

        Assert.Equal("saturated: a - y", trace["1/0/dL/dz1"].Note);
        Assert.Equal(1.0, trace["1/0/dL/dz1"].Values![0]);
        Assert.All(trace.Records, tensor => Assert.True(tensor.Values!.All(double.IsFinite), tensor.Key));
    }

    [Fact]
    public void Trace_OfFullSize_DescribesB4AndListsEverythingElse()
    {
        ReadTrace trace = WrittenTrace.Read(Data.ShippedExamples.Read("full-size"));

        ReadRecord[] described = [.. trace.Records.Where(record => record.Values is null)];
        Assert.Equal(["dz2/dW2", "dz1/dW1"], described.Select(record => record.Symbol));
        Assert.All(described, record => Assert.Equal("B4", record.Equation));
        Assert.Equal([32, 32, 784], described[1].Shape);
        Assert.Equal("described, not listed: over 4096 numbers, all of them 0 or an element of x", described[1].Note);
        Assert.Equal(25_088, trace["1/0/dL/dW1"].Values!.Length);
        Assert.Equal(25_088, trace["1//W1'"].Values!.Length);
    }

    [Theory]
    [InlineData(64, false)]
    [InlineData(65, true)]
    public void Trace_OfB4_IsDescribedAbove4096Numbers(int inputs, bool isDescribed)
    {
        double[][] W = [.. Enumerable.Range(0, 8).Select(_ => new double[inputs])];
        SampleList samples = new([new double[inputs]], [new double[8]]);
        Network network = new([new Layer(W, null, new Identity())], new SquaredError());

        ReadTrace trace = WrittenTrace.Read(new("wide", network, samples, new UpdateRule(0.1), BatchSize: 1, Steps: 1, Source: null));

        Assert.Equal(isDescribed, trace["1/0/dz1/dW1"].Values is null);
        Assert.Equal(isDescribed, trace["1/0/dz1/dW1"].Note is not null);
    }

    [Fact]
    public void Text_OfALargeMatrix_ShowsShapeRangeMeanAndCorners()
    {
        // 65 x 64 numbers, just over 4,096: W[i][k] = i - k/1000.
        double[][] W = [.. Enumerable.Range(0, 65).Select(i => Enumerable.Range(0, 64).Select(k => i - (k / 1000.0)).ToArray())];
        SampleList samples = new([new double[64]], [new double[65]]);
        Network network = new([new Layer(W, null, new Identity())], new SquaredError());

        string text = WrittenTrace.Text(new("wide", network, samples, new UpdateRule(0.1), BatchSize: 1, Steps: 1, Source: null), only: "W1");

        // The mean of i is 32, that of k is 31.5.
        string expected = $"""

                {"W1",-69}(65 x 64)
                4160 numbers, not all shown; the .jsonl file has them
                from -0.063 to 64, mean 31.9685
                W1[0,0] = 0
                W1[0,63] = -0.063
                W1[64,0] = 64
                W1[64,63] = 63.937

            """.ReplaceLineEndings("\n");
        Assert.Contains(expected, text, StringComparison.Ordinal);
    }

    private static Example OneLayer(double[][] W, Activation activation, Loss loss, double[] target)
    {
        SampleList samples = new([[1.0]], [target]);
        Network network = new([new Layer(W, [0.0, 0.0], activation)], loss);
        return new("saturated", network, samples, new UpdateRule(0.5), BatchSize: 1, Steps: 1, Source: null);
    }
}
