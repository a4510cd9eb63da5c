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

        ReadTrace trace = WrittenTrace.Read(oracle.Example);

        // The oracles leave out dz_l/da_(l-1), which is W_l once more.
        ReadRecord[] jacobians = [.. trace.Records.Where(record => record.Equation == "B7" && record.Shape.Length == 2)];
        IEnumerable<string> keys = trace.Records.Except(jacobians).Select(record => record.Key);
        Assert.Equal(oracle.Expected.Keys.Order(StringComparer.Ordinal), keys.Order(StringComparer.Ordinal));
        foreach ((string key, double[] expected) in oracle.Expected)
        {
            AssertClose($"{name}: {key}", expected, trace[key].Values!);
        }

        Assert.All(jacobians, jacobian => AssertClose(jacobian.Key, oracle.Expected[$"{jacobian.Step}//W{jacobian.Layer}"], jacobian.Values!));
    }

    [Theory]
    [MemberData(nameof(Oracle.Names), MemberType = typeof(Oracle))]
    public void Trace_OfAnOracle_HoldsExactlyTheRecordsOfTheFormat(string name)
    {
        Example example = Oracle.Read(name).Example;

        ReadTrace trace = WrittenTrace.Read(example);

        AssertRecords(example, trace);
    }

    [Theory]
    [MemberData(nameof(Oracle.Names), MemberType = typeof(Oracle))]
    public void Trace_OfAnOracle_HoldsNoNegativeZero(string name)
    {
        ReadTrace trace = WrittenTrace.Read(Oracle.Read(name).Example);

        Assert.All(trace.Records, record => Assert.True(record.Values!.All(value => value != 0.0 || double.IsPositive(value)), record.Key));
    }

    [Theory]
    [InlineData("dead-relu", 30)]
    [InlineData("linear", 48)]
    [InlineData("mazur", 60)]
    [InlineData("relu-homework", 60)]
    [InlineData("tiny", 43)]
    [InlineData("xor-batch", 100)]
    public void Trace_OfAShippedExample_HoldsExactlyTheRecordsOfTheFormat(string name, int records)
    {
        Example example = Data.ShippedExamples.Read(name);

        ReadTrace trace = WrittenTrace.Read(example);

        AssertRecords(example, trace);
        Assert.Equal(records, trace.Records.Count);
    }

    [Fact]
    public void Trace_OfFullSize_HoldsExactlyTheRecordsOfTheFormat()
    {
        Example example = Data.ShippedExamples.Read("full-size");

        AssertRecords(example, WrittenTrace.Read(example));
    }

    private static void AssertRecords(Example example, ReadTrace trace)
    {
        bool[] biases = [.. example.Network.Layers.Select(layer => layer.b is not null)];
        List<ExpectedRecord> expected = ExpectedRecords.Of(trace.Header, biases, ExpectedRecords.SamplesOfSteps(example));
        Assert.Equal(expected, trace.Records.Select(ExpectedRecord.Of));
        Assert.Equal(example.Name, trace.Header.Example);
        Assert.Equal(example.Network.Sizes(), trace.Header.Sizes);
        Assert.Equal(example.Network.Layers.Select(layer => layer.Activation.Name), trace.Header.Activations);
        Assert.Equal(example.Network.Loss.Name, trace.Header.Loss);
        Assert.Equal(example.Rule.LearningRate, trace.Header.LearningRate);
        Assert.Equal(example.BatchSize, trace.Header.Batch);
        Assert.Equal(example.Rule.UpdateBiases, trace.Header.UpdateBiases);
        Assert.Equal(example.Rule.Reduction == Reduction.Sum ? "sum" : "mean", trace.Header.Reduction);
        Assert.Equal(example.Rule.OutputGradient == OutputGradient.Shortcut ? "shortcut" : "jacobian", trace.Header.OutputGradient);
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
