using BenchmarkDotNet.Attributes;
using LoopNet.Data;

namespace LoopNet.Benchmarks;

/// <summary>Document 000's network, 784-32-32-10, trained sample by sample with literal loops and explicit Jacobians.</summary>
[Config(typeof(SamplesPerSecondConfig))]
public class PerSampleTrainingBenchmark
{
    private const int SampleCount = 2000;

    private Training _training = null!;

    [GlobalSetup]
    public void Setup()
    {
        DocumentTask task = DocumentTask.Of000;
        _training = new Training(task.Draw(), DrawnDigits.Training(seed: 1, SampleCount), task.Rule);
    }

    /// <summary>One epoch over 2,000 digits; the time is given per digit.</summary>
    [Benchmark(OperationsPerInvoke = SampleCount)]
    public void LiteralLoops() => _training.Epoch(1);
}
