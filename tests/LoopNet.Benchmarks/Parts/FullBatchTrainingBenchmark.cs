using BenchmarkDotNet.Attributes;
using LoopNet.Data;

namespace LoopNet.Benchmarks;

/// <summary>Documents 003's and 004's networks, 784-72-36-10 and 784-10-10, trained by the twin with all samples in every update.</summary>
[Config(typeof(SamplesPerSecondConfig))]
public class FullBatchTrainingBenchmark
{
    private const int SampleCount = 4096;

    private VectorizedTraining _training = null!;

    [Params("003", "004")]
    public string Document { get; set; } = "";

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        DocumentTask task = Document == "003" ? DocumentTask.Of003 : DocumentTask.Of004;
        VectorizedSamples samples = new(DrawnDigits.Training(seed: 1, SampleCount));
        _training = new VectorizedTraining(task.Draw(), samples, task.Rule, SampleCount, new Hardware { Threads = Threads });
    }

    /// <summary>One update over 4,096 digits; the time is given per digit.</summary>
    [Benchmark(OperationsPerInvoke = SampleCount)]
    public void Twin() => _training.Epoch(1);
}
