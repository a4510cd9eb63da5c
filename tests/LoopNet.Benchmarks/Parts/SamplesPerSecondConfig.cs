using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;

namespace LoopNet.Benchmarks;

/// <summary>Benchmarks whose operation is one sample: as the command runs, with a column for samples per second.</summary>
public sealed class SamplesPerSecondConfig : ManualConfig
{
    public SamplesPerSecondConfig()
    {
        // A benchmark runs in a program of its own, which does not take these settings from the project file.
        AddJob(Job.Default.WithEnvironmentVariables(
            new EnvironmentVariable("DOTNET_TieredPGO", "0"),
            new EnvironmentVariable("DOTNET_TC_QuickJitForLoops", "0")).AsMutator());
        AddColumn(new SamplesPerSecondColumn());
    }
}
