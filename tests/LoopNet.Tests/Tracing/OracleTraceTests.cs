using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LoopNet.Tests.Verifying;
using LoopNet.Verifying;

namespace LoopNet.Tests.Tracing;

/// <summary>The traces of the oracles, read back from their JSON Lines, against another system's automatic differentiation.</summary>
public class OracleTraceTests
{
    // As in OracleTests: both sides compute in float64 and round differently a few dozen times.
    private const double RelativeTolerance = 1e-12;
    private const double AbsoluteTolerance = 1e-14;

    [Theory]
    [MemberData(nameof(Oracle.Names), MemberType = typeof(Oracle))]
    public void Trace_OfAnOracle_HoldsEveryTensor(string name)
    {
        Oracle oracle = Oracle.Read(name);

        TraceLines trace = AssertTraceOf(oracle.Example);

        // The oracles leave out dz_l/da_(l-1), which is W_l once more.
        string[] others = [.. trace.Records.Keys.Except(oracle.Expected.Keys)];
        Assert.All(others, key => Assert.Matches(@"^\d+/\d+/dz\d+/d(a\d+|x)$", key));
        Assert.All(oracle.Expected, tensor => AssertClose($"{name}: {tensor.Key}", tensor.Value, trace.Values(tensor.Key)));
        Assert.All(others, key => AssertClose($"{name}: {key}", oracle.Expected[$"{key.Split('/')[0]}//W{trace.Records[key].GetProperty("layer")}"], trace.Values(key)));
    }

    [Theory]
    [InlineData("dead-relu", 30)]
    [InlineData("forward-only", 14)]
    [InlineData("full-size", 43)]
    [InlineData("given-gradient", 47)]
    [InlineData("leaky-relu", 60)]
    [InlineData("linear", 48)]
    [InlineData("mazur", 60)]
    [InlineData("relu-homework", 60)]
    [InlineData("sum-of-outputs", 25)]
    [InlineData("tiny", 43)]
    [InlineData("xor-batch", 101)]
    public void Trace_OfAShippedExample_IsThatOfTheExample(string name, int records)
    {
        Assert.Equal(records, AssertTraceOf(Data.ShippedExamples.Read(name)).Records.Count);
    }

    // The verifier holds the records against the header and each other. What is the example's is held here, and how the lines are written.
    private static TraceLines AssertTraceOf(Example example)
    {
        TraceLines trace = WrittenTrace.Read(example);
        FileHeader header = trace.Header;
        Assert.Equal(example.Name, header.Example);
        Assert.Equal(example.Network.Sizes(), header.Sizes);
        Assert.Equal(example.Network.Layers.Select(layer => layer.Activation.Name), header.Activations);
        Assert.Equal(2, header.Version);
        Assert.Equal(example.Network.HasLoss ? example.Network.Loss.Name : null, header.Loss);
        Assert.Equal(example.Network.Loss is GivenGradient ? "given" : null, header.Gradient);
        Assert.Equal(example.Network.Layers.Select(layer => (layer.Activation as LeakyRelu)?.Slope), header.Slopes ?? new double?[header.Last]);
        Assert.Equal(example.Rule.Moves ? example.Rule.LearningRate : null, header.LearningRate);
        Assert.Equal(example.BatchSize, header.Batch);
        Assert.Equal(example.Rule.UpdateBiases, header.UpdateBiases);
        Assert.Equal(example.Rule.Reduction == Reduction.Sum ? "sum" : "mean", header.Reduction);
        Assert.Equal(example.Rule.OutputGradient == OutputGradient.Shortcut ? "shortcut" : "jacobian", header.OutputGradient);
        Assert.All(example.Network.Layers.Index(), layer => Assert.Equal(layer.Item.b is not null, trace.Records.ContainsKey($"1//b{layer.Index + 1}")));
        IEnumerable<string> steps = trace.Records.Keys.Where(key => key.EndsWith("/x", StringComparison.Ordinal)).Select(key => key.Split('/')[0]);
        Assert.Equal(SamplesOfSteps(example), steps.CountBy(step => step).Select(step => step.Value));

        // No blanks, and no escapes that JSON does not demand: W1' stays W1'.
        JsonSerializerOptions options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        Assert.All(Verified.Text(example).Split('\n')[..^1], line => Assert.Equal(JsonNode.Parse(line)!.ToJsonString(options), line));
        return trace;
    }

    // A batch never straddles two passes.
    private static IEnumerable<int> SamplesOfSteps(Example example)
    {
        int left = 0;
        for (int step = 1; step <= example.Steps; step++)
        {
            left = left == 0 ? example.Samples.Count : left;
            int count = Math.Min(left, example.BatchSize);
            left -= count;
            yield return count;
        }
    }

    private static void AssertClose(string key, double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            double error = Math.Abs(expected[i] - actual[i]);
            bool agrees = error <= AbsoluteTolerance || error <= RelativeTolerance * Math.Abs(expected[i]);
            Assert.True(agrees, $"{key}, number {i}: expected {expected[i]:R}, got {actual[i]:R}");
        }
    }
}
