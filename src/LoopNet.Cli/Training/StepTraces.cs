using LoopNet.Tracing;

namespace LoopNet.Cli;

/// <summary>Writes the traces that <c>--trace-step</c> asks for, while a run goes on.</summary>
/// <param name="run">The run.</param>
/// <param name="steps">The steps to trace.</param>
/// <param name="folder">The folder for the traces.</param>
internal sealed class StepTraces(TrainingRun run, IReadOnlyList<TracedStep> steps, string folder)
{
    /// <summary>The most samples of a step that is traced whole.</summary>
    public const int MostSamples = 100;

    private readonly List<string> _written = [];

    /// <summary>The files that were written.</summary>
    public IReadOnlyList<string> Written => _written;

    private Network Network => run.Task.Network;

    private UpdateRule Rule => run.Task.Plan.Rule;

    /// <summary>What the run is asked for.</summary>
    public StepWatch Watch()
    {
        HashSet<long> whole = [.. steps.Where(step => step.Sample is null).Select(step => (long)step.Step)];
        return new StepWatch(whole, (step, record) => Write(Header(TrainingFiles.TraceName((int)step), run.BatchSize), (int)step, record)) { Before = TraceSamples };
    }

    /// <summary>Writes the sample at which a step stopped, where that step was to be traced; the network is as it was before the step.</summary>
    public void Stopped(NonFiniteException exception)
    {
        if (exception.Step is long step && steps.Contains(new TracedStep((int)step, null)))
        {
            TraceSample((int)step, exception.SampleOfStep);
        }
    }

    private void TraceSamples(long step)
    {
        foreach (TracedStep traced in steps)
        {
            if (traced.Step == step && traced.Sample is int sample)
            {
                TraceSample(traced.Step, sample);
            }
        }
    }

    // As a step of its own, on a copy: what the sample alone does, with the parameters that the step begins with.
    private void TraceSample(int step, int sample)
    {
        Batch batch = run.BatchOf(step);
        if (sample >= batch.Count)
        {
            throw new UsageException(Invariant($"--trace-step {step}/{sample}: step {step} has {NumberText.Count(batch.Count, "sample")}, numbered from 0"));
        }

        Network copy = Network.Copy();
        StepRecord record = StepRecord.ForTracing(copy, samples: 1);
        TraceHeader header = Header(TrainingFiles.TraceName(step, run.BatchSize == 1 ? null : sample), batch: 1);
        try
        {
            GradientDescent.Step(copy, new Batch(batch.Source, batch.Order, batch.First + sample, count: 1), Rule, record);
            Write(header, step, record);
        }
        catch (NonFiniteException)
        {
            _written.Add(Files().WriteStopped(header, step, record));
        }
    }

    private void Write(TraceHeader header, int step, StepRecord record) => _written.AddRange(Files().Write(header, step, record));

    private TraceHeader Header(string name, int batch) => new(name, Network, Rule, batch);

    private TraceFiles Files() => new(folder, TraceFiles.LineFormats, new TextOptions());
}
