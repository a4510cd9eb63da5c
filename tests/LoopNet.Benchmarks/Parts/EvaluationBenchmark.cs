using BenchmarkDotNet.Attributes;
using LoopNet.Data;

namespace LoopNet.Benchmarks;

/// <summary>Document 000's network measured on digits, by the literal loops and by the twin on one thread.</summary>
[Config(typeof(SamplesPerSecondConfig))]
public class EvaluationBenchmark
{
    private const int SampleCount = 2000;

    private readonly Hardware _oneThread = new() { Threads = 1 };
    private Network _network = null!;
    private DigitSet _digits = null!;
    private VectorizedSamples _samples = null!;

    [GlobalSetup]
    public void Setup()
    {
        _network = DocumentTask.Of000.Draw();
        _digits = DrawnDigits.Test(seed: 1, SampleCount);
        _samples = new VectorizedSamples(_digits);
    }

    /// <summary>2,000 digits; the time is given per digit.</summary>
    [Benchmark(OperationsPerInvoke = SampleCount, Baseline = true)]
    public Evaluation LiteralLoops() => Evaluation.Of(_network, _digits);

    /// <summary>The same.</summary>
    [Benchmark(OperationsPerInvoke = SampleCount)]
    public Evaluation Twin() => VectorizedEvaluation.Of(_network, _samples, _oneThread);
}
