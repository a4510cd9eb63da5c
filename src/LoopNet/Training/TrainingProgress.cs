using System.Diagnostics;

namespace LoopNet;

/// <summary>How far a training run has come; another thread may read it to show progress.</summary>
[DebuggerDisplay("{SamplesDone} samples")]
public sealed class TrainingProgress
{
    private long _samplesDone;
    private double _sumOfLosses;

    /// <summary>How many samples have passed forward and backward.</summary>
    public long SamplesDone => Volatile.Read(ref _samplesDone);

    /// <summary>The sum of their losses, each taken just before its update.</summary>
    public double SumOfLosses => Volatile.Read(ref _sumOfLosses);

    /// <summary>Counts one sample; only the training thread calls this.</summary>
    [DebuggerStepThrough]
    internal void Add(double L)
    {
        Volatile.Write(ref _sumOfLosses, _sumOfLosses + L);
        Volatile.Write(ref _samplesDone, _samplesDone + 1);
    }
}
