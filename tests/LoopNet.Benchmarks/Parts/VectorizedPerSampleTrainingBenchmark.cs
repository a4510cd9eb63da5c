using BenchmarkDotNet.Attributes;
using LoopNet.Data;

namespace LoopNet.Benchmarks;

/// <summary>The same as <see cref="PerSampleTrainingBenchmark"/>, with the vectorised twin and vectors of every width.</summary>
[Config(typeof(SamplesPerSecondConfig))]
public class VectorizedPerSampleTrainingBenchmark
{
    private const int SampleCount = 2000;

    private VectorizedTraining _training = null!;

    public static IEnumerable<LaneCount> LaneChoice => LaneChoices.All;

    [ParamsSource(nameof(LaneChoice))]
    public LaneCount Lanes { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        DocumentTask task = DocumentTask.Of000;
        VectorizedSamples samples = new(DrawnDigits.Training(seed: 1, SampleCount));
        _training = new VectorizedTraining(task.Draw(), samples, task.Rule, hardware: new Hardware { Lanes = Lanes, Threads = 1 });
    }

    /// <summary>One epoch over 2,000 digits; the time is given per digit.</summary>
    [Benchmark(OperationsPerInvoke = SampleCount)]
    public void Twin() => _training.Epoch(1);
}
