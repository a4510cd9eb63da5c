using BenchmarkDotNet.Attributes;
using LoopNet.Data;

namespace LoopNet.Benchmarks;

/// <summary>What comes before the twin's first epoch: of every digit, the list of the pixels with ink.</summary>
[Config(typeof(SamplesPerSecondConfig))]
public class VectorizedSamplesBenchmark
{
    private const int SampleCount = 4096;

    private DigitSet _digits = null!;

    [GlobalSetup]
    public void Setup() => _digits = DrawnDigits.Training(seed: 1, SampleCount);

    /// <summary>4,096 digits; the time is given per digit.</summary>
    [Benchmark(OperationsPerInvoke = SampleCount)]
    public VectorizedSamples Construction() => new(_digits);
}
