using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using LoopNet.Data;

namespace LoopNet.Benchmarks;

/// <summary>Document 000's network, 784-32-32-10, trained sample by sample with literal loops and explicit Jacobians.</summary>
[Config(typeof(Config))]
public class PerSampleTrainingBenchmark
{
    private const int SampleCount = 2000;

    private Training _training = null!;

    [GlobalSetup]
    public void Setup()
    {
        Network network = Initialization.Draw(
            [784, 32, 32, 10], [new Sigmoid(), new Sigmoid(), new Softmax()], new CrossEntropy(), seed: 1);
        _training = new Training(network, DrawnDigits.Training(seed: 1, SampleCount), new UpdateRule(0.01));
    }

    /// <summary>One epoch over 2,000 digits; the time is given per digit.</summary>
    [Benchmark(OperationsPerInvoke = SampleCount)]
    public void LiteralLoops() => _training.Epoch(1);

    private sealed class Config : ManualConfig
    {
        public Config() => AddColumn(new SamplesPerSecondColumn());
    }
}
