using BenchmarkDotNet.Attributes;

namespace LoopNet.Benchmarks;

/// <summary>RowSums and RowUpdates alone: 32 units, 150 inputs that are not 0; the time is that of one digit.</summary>
[Config(typeof(SamplesPerSecondConfig))]
public class RowKernelsBenchmark
{
    private RowKernels _kernels = null!;

    public static IEnumerable<LaneCount> LaneChoice => LaneChoices.All;

    [ParamsSource(nameof(LaneChoice))]
    public LaneCount Lanes { get; set; }

    [GlobalSetup]
    public void Setup() => _kernels = RowKernels.In(Lanes);

    /// <summary>F1 of the first layer.</summary>
    [Benchmark]
    public void RowSums() => _kernels.Sum();

    /// <summary>U1 of the first layer.</summary>
    [Benchmark]
    public void RowUpdates() => _kernels.Move();
}
