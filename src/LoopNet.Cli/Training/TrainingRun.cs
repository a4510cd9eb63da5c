using System.Diagnostics;
using LoopNet.Data;
using LoopNet.Tracing;

namespace LoopNet.Cli;

/// <summary>Carries out a <see cref="TrainingTask"/> and tells what comes of it.</summary>
internal sealed class TrainingRun
{
    private const int MostTracedSamples = 100;

    private readonly Terminal _terminal;
    private readonly TrainingPlan _plan;
    private readonly TrainingFiles _files;
    private readonly IReadOnlySet<int>? _tracedSteps;
    private readonly List<EpochResult> _results = [];
    private readonly List<string> _traces = [];
    private string? _dataSha256;
    private int _epochsDone;
    private bool _saved;

    /// <summary>Reads the digits.</summary>
    /// <exception cref="DataException">A file of digits cannot be used.</exception>
    /// <exception cref="OperationCanceledException">The person pressed Ctrl-C.</exception>
    /// <exception cref="UsageException">A step to trace is none of the run.</exception>
    public TrainingRun(TrainingTask task, Terminal terminal)
    {
        Task = task;
        _terminal = terminal;
        _plan = task.Plan;
        _files = task.Files;
        using (ProgressBar.OfWaiting(terminal, "reading the digits"))
        {
            TrainingDigits = task.Source.Training(_plan.Limit);
            TestDigits = task.Source.Test(_plan.Limit);
        }

        BatchSize = Math.Min(_plan.BatchSize ?? int.MaxValue, TrainingDigits.Count);
        _epochsDone = task.FirstEpoch - 1;
        _tracedSteps = TracedSteps();
    }

    /// <summary>What is trained, and how.</summary>
    public TrainingTask Task { get; }

    /// <summary>The digits that the network learns from.</summary>
    public DigitSet TrainingDigits { get; }

    /// <summary>The digits that the network is tested with.</summary>
    public DigitSet TestDigits { get; }

    /// <summary>The samples of one update.</summary>
    public int BatchSize { get; }

    /// <summary>What was measured before training and after each epoch.</summary>
    public IReadOnlyList<EpochResult> Results => _results;

    /// <summary>How often each test digit was taken for each after the last epoch: <c>[target][predicted]</c>.</summary>
    public int[][] Confusion { get; private set; } = [];

    /// <summary>The seconds of training alone.</summary>
    public double Seconds { get; private set; }

    /// <summary>The traces that were written.</summary>
    public IReadOnlyList<string> Traces => _traces;

    /// <summary>Trains, measures before the first epoch and after each, and writes the files that were asked for.</summary>
    /// <returns>The exit status.</returns>
    /// <exception cref="DataException">A file cannot be written.</exception>
    /// <exception cref="NonFiniteException">A number became infinite or not a number.</exception>
    public int Run()
    {
        try
        {
            TrainingReport.WritePlan(this, _terminal.Output);
            _ = Measure(seconds: 0.0);
            if (Task.WaitForDebugger)
            {
                _terminal.WaitForDebugger();
            }

            StepWatch? watch = _tracedSteps is null ? null : new StepWatch(_tracedSteps, Trace);
            EngineRun training = Task.Engine.Begin(Task.Network, TrainingDigits, _plan.Rule, BatchSize, watch, _terminal.Interrupted);
            for (int epoch = Task.FirstEpoch; epoch <= LastEpoch; epoch++)
            {
                double seconds = Train(training, epoch);
                MeasureAndSave(seconds);
            }
        }
        catch (OperationCanceledException)
        {
            Plot(TrainingState.Interrupted);
            _terminal.Note(Interruption());
            return ExitStatus.Interrupted;
        }
        catch (NonFiniteException exception) when (_saved)
        {
            Plot(TrainingState.Failed);
            throw new DataException(Invariant($"{exception.Message.TrimEnd('.')}; {_files.Save} holds the network after epoch {_epochsDone}."), exception);
        }

        if (_plan.Epochs == 0)
        {
            Save(_results[^1]);
        }

        Plot(TrainingState.Finished);
        TrainingReport.WriteSummary(this, _terminal.Output);
        return ExitStatus.Done;
    }

    private int LastEpoch => Task.FirstEpoch - 1 + _plan.Epochs;

    private IReadOnlySet<int>? TracedSteps()
    {
        if (Task.TraceSteps is null)
        {
            return null;
        }

        if (BatchSize > MostTracedSamples)
        {
            throw new UsageException(
                Invariant($"--trace-step writes every tensor of every sample of a step, and a step has {BatchSize:N0} of them; ") +
                $"choose a --batch or a --limit of at most {MostTracedSamples}");
        }

        return StepList.Parse(Task.TraceSteps, (long)_plan.Epochs * Batch.CountPerPass(TrainingDigits.Count, BatchSize));
    }

    private double Train(EngineRun training, int epoch)
    {
        long doneBefore = training.Progress.SamplesDone;
        double lossesBefore = training.Progress.SumOfLosses;
        string title = Invariant($"epoch {epoch} of {LastEpoch}");
        Stopwatch clock = Stopwatch.StartNew();
        (long Done, double SumOfLosses) Figures() => (training.Progress.SamplesDone - doneBefore, training.Progress.SumOfLosses - lossesBefore);
        using (ProgressBar.OfEpoch(_terminal, title, TrainingDigits.Count, Figures))
        {
            training.Epoch(epoch, Order(epoch));
            clock.Stop();
        }

        _epochsDone = epoch;
        Seconds += clock.Elapsed.TotalSeconds;
        return clock.Elapsed.TotalSeconds;
    }

    // Whatever ends a measurement, the network after the epoch is saved.
    private void MeasureAndSave(double seconds)
    {
        EpochResult? result = null;
        try
        {
            result = Measure(seconds);
        }
        finally
        {
            Save(result);
        }
    }

    private EpochResult Measure(double seconds)
    {
        EpochResult result;
        using (ProgressBar.OfWaiting(_terminal, Invariant($"epoch {_epochsDone}: measuring accuracy and loss")))
        {
            Evaluation training = Evaluate(TrainingDigits, "training");
            Evaluation test = Evaluate(TestDigits, "test");
            result = new EpochResult(_epochsDone, training.Loss, training.Accuracy, test.Loss, test.Accuracy, seconds);
            Confusion = test.Confusion;
        }

        _results.Add(result);
        _terminal.Output.WriteLine(result.ToString());
        _terminal.Output.Flush();
        if (_files.History is not null)
        {
            HistoryFile.Write(_files.History, _results);
        }

        Plot(TrainingState.GoesOn);
        return result;
    }

    private void Plot(TrainingState state)
    {
        if (_files.Plot is not null && _results.Count > 0)
        {
            PlotFile.Write(_files.Plot, $"{Task.Network} on {TrainingDigits.Name}", _results, LastEpoch, state);
        }
    }

    private Evaluation Evaluate(DigitSet digits, string set)
    {
        try
        {
            return Task.Engine.Evaluate(Task.Network, digits, _terminal.Interrupted);
        }
        catch (NonFiniteException exception)
        {
            throw new DataException(
                Invariant($"The network after epoch {_epochsDone} cannot be measured: {exception.Element} is {exception.Value} ") +
                Invariant($"at {set} digit {exception.Sample}; a smaller learning rate may help."),
                exception);
        }
    }

    // Where one update takes every sample, their order changes nothing but the last bits of its sums.
    private int[]? Order(int epoch)
    {
        bool matters = BatchSize < TrainingDigits.Count;
        return _plan.Shuffle && matters ? SampleOrder.Shuffled(TrainingDigits.Count, _plan.Seed, epoch) : null;
    }

    // After every epoch, so that the file is there whatever ends the run.
    private void Save(EpochResult? result)
    {
        if (_files.Save is not null)
        {
            ModelFile.Write(_files.Save, new Model(Task.Network, _plan.OutputGradient, Note(result)));
            _saved = true;
        }
    }

    private TrainingNote Note(EpochResult? result)
    {
        _dataSha256 ??= TrainingDigits.Sha256();
        return new TrainingNote
        {
            Preset = Task.Preset,
            Data = TrainingDigits.Name,
            DataSha256 = _dataSha256,
            Samples = TrainingDigits.Count,
            Epochs = _epochsDone,
            Batch = BatchSize,
            Shuffle = _plan.Shuffle,
            LearningRate = _plan.LearningRate,
            Init = Task.Init,
            Seed = _plan.Seed,
            TestLoss = result?.TestLoss,
            TestAccuracy = result?.TestAccuracy,
        };
    }

    private void Trace(int step, StepRecord record)
    {
        TraceFiles files = new(_files.TraceFolder!, TraceFiles.Formats, new TextOptions());
        TraceHeader header = new(TrainingFiles.TraceName(step), Task.Network, _plan.Rule, BatchSize);
        _traces.AddRange(files.Write(header, step, record));
    }

    private string Interruption()
    {
        bool isWhole = _epochsDone == LastEpoch;
        string when = isWhole ? Invariant($"interrupted after epoch {_epochsDone}") : Invariant($"interrupted in epoch {_epochsDone + 1}");
        if (_files.Save is null)
        {
            return when;
        }

        return _saved
            ? Invariant($"{when}; {_files.Save} holds the network after epoch {_epochsDone}")
            : $"{when}, before one was complete: nothing is saved in {_files.Save}";
    }
}
