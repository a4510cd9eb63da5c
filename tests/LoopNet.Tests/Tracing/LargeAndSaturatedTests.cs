using System.Text.Json;

namespace LoopNet.Tests.Tracing;

/// <summary>Traces at the edges: of saturated losses, and of tensors too large to be read.</summary>
public class LargeAndSaturatedTests
{
    // A logit gap of 10,000 against the target: a3 underflows, and the chain B1, B2, B3 has no finite value.
    [Fact]
    public void Trace_OfASaturatedSoftmax_IsFiniteAndSaysSo()
    {
        Example example = OneLayer([[10000.0], [0.0]], new Softmax(), new CrossEntropy(), [0.0, 1.0]);

        TraceLines trace = WrittenTrace.Read(example);

        Assert.Equal("B3", trace.Records["1/0/dL/dz1"].GetProperty("equation").GetString());
        Assert.Equal("saturated: a - y", trace.Records["1/0/dL/dz1"].GetProperty("note").GetString());
        Assert.Equal("""["a1","y"]""", trace.Records["1/0/dL/dz1"].GetProperty("operands").GetRawText());
        Assert.Equal([1.0, -1.0], trace.Values("1/0/dL/dz1"));
        Assert.Equal([10000.0], trace.Values("1/0/L"));
        Assert.Equal("""["z1","y"]""", trace.Records["1/0/L"].GetProperty("operands").GetRawText());
        Assert.Equal(["1/0/dL/dz1"], trace.Records.Where(record => record.Value.TryGetProperty("note", out _)).Select(record => record.Key));
    }

    [Fact]
    public void Text_OfASaturatedSoftmax_SaysWhyThereIsNoChain()
    {
        Example example = OneLayer([[10000.0], [0.0]], new Softmax(), new CrossEntropy(), [0.0, 1.0]);

        string text = WrittenTrace.Text(example);

        Assert.Contains("B3  dL/dz1 = a1 - y", text, StringComparison.Ordinal);
        Assert.Contains("    saturated: a - y, since the chain (da1/dz1)^T dL/da1 has no finite value\n    here\n", text, StringComparison.Ordinal);
        Assert.Contains("F3  L = sum y (ln sum exp(z1 - max) + max - z1)", text, StringComparison.Ordinal);
        Assert.Contains("      = 10000\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Trace_OfASaturatedSigmoid_IsFiniteAndSaysSo()
    {
        Example example = OneLayer([[40.0], [0.5]], new Sigmoid(), new BinaryCrossEntropy(), [0.0, 1.0]);

        TraceLines trace = WrittenTrace.Read(example);

        Assert.Equal("saturated: a - y", trace.Records["1/0/dL/dz1"].GetProperty("note").GetString());
        Assert.Equal(1.0, trace.Values("1/0/dL/dz1")[0]);
    }

    [Fact]
    public void Trace_OfFullSize_DescribesB4AndListsEverythingElse()
    {
        TraceLines trace = WrittenTrace.Read(Data.ShippedExamples.Read("full-size"));

        IEnumerable<string> described = trace.Records.Where(record => record.Value.GetProperty("values").ValueKind == JsonValueKind.Null).Select(record => record.Key);
        Assert.Equal(["1/0/dz2/dW2", "1/0/dz1/dW1"], described);
        JsonElement dz1_dW1 = trace.Records["1/0/dz1/dW1"];
        Assert.Equal("[32,32,784]", dz1_dW1.GetProperty("shape").GetRawText());
        Assert.Equal("described, not listed: over 4096 numbers, all of them 0 or an element of x", dz1_dW1.GetProperty("note").GetString());
        Assert.Equal(25_088, trace.Values("1/0/dL/dW1").Length);
        Assert.Equal(25_088, trace.Values("1//W1'").Length);
    }

    [Theory]
    [InlineData(64, false)]
    [InlineData(65, true)]
    public void Trace_OfB4_IsDescribedAbove4096Numbers(int inputs, bool isDescribed)
    {
        double[][] W = [.. Enumerable.Range(0, 8).Select(_ => new double[inputs])];
        SampleList samples = new([new double[inputs]], [new double[8]]);
        Network network = new([new Layer(W, null, new Identity())], new SquaredError());

        TraceLines trace = WrittenTrace.Read(new("wide", network, samples, new UpdateRule(0.1), BatchSize: 1, Steps: 1, Source: null));

        JsonElement record = trace.Records["1/0/dz1/dW1"];
        Assert.Equal(isDescribed, record.GetProperty("values").ValueKind == JsonValueKind.Null);
        Assert.Equal(isDescribed, record.TryGetProperty("note", out _));
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

                {"W1",-67}(65 x 64)
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
