using System.Diagnostics;

namespace LoopNet;

/// <summary>
/// The samples of a training run on their way into its steps. When a step reads a sample, the one before has passed: that is
/// where samples are counted, and where a run can be ended. The step knows of neither.
/// </summary>
/// <param name="source">The samples.</param>
/// <param name="progress">Where they are counted.</param>
/// <param name="cancellation">Ends the run.</param>
[DebuggerStepThrough]
internal sealed class RunSamples(ISampleSource source, TrainingProgress progress, CancellationToken cancellation) : ISampleSource
{
    private StepRecord? _record;
    private int _read;

    /// <inheritdoc/>
    public int Count => source.Count;

    /// <inheritdoc/>
    public int InputSize => source.InputSize;

    /// <inheritdoc/>
    public int TargetSize => source.TargetSize;

    /// <summary>A step begins.</summary>
    /// <param name="record">Its record.</param>
    public void Begin(StepRecord record)
    {
        _record = record;
        _read = 0;
    }

    /// <inheritdoc/>
    /// <exception cref="OperationCanceledException">The run was ended.</exception>
    public void Read(int index, double[] x, double[] y)
    {
        CountPassed();
        cancellation.ThrowIfCancellationRequested();
        source.Read(index, x, y);
        _read++;
    }

    /// <summary>A step has ended: its last sample has passed.</summary>
    public void End() => CountPassed();

    private void CountPassed()
    {
        if (_read > 0)
        {
            progress.Add(_record!.Sample(_read - 1).L);
        }
    }
}
