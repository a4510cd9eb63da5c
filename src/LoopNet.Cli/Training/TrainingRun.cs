using System.Diagnostics;
using LoopNet.Data;
using LoopNet.Tracing;

namespace LoopNet.Cli;

/// <summary>Carries out a <see cref="TrainingPlan"/> and tells what comes of it.</summary>
internal sealed class TrainingRun
{
    private const int MostTracedSamples = 100;

    private readonly TrainingPlan _plan;
    private readonly Terminal _terminal;
    private readonly DigitSet _trainingDigits;
    private readonly DigitSet _testDigits;
    private readonly IReadOnlySet<int>? _tracedSteps;
    private readonly List<EpochResult> _results = [];
    private readonly List<string> _traces = [];
    private readonly int _batchSize;
    private string? _dataSha256;
    private int _epochsDone;
    private double _seconds;
    private bool _saved;

    /// <summary>Reads the digits.</summary>
    /// <exception cref="DataException">A file of digits cannot be used.</exception>
    /// <exception cref="OperationCanceledException">The person pressed Ctrl-C.</exception>
    /// <exception cref="UsageException">A step to trace is none of the run.</exception>
    public TrainingRun(TrainingPlan plan, Terminal terminal)
    {
        _plan = plan;
        _terminal = terminal;
        using (ProgressBar.OfWaiting(terminal, "reading the digits"))
        {
            _trainingDigits = plan.Source.Training(plan.Limit);
            _testDigits = plan.Source.Test(plan.Limit);
        }

        _batchSize = Math.Min(plan.BatchSize ?? int.MaxValue, _trainingDigits.Count);
        _epochsDone = plan.FirstEpoch - 1;
        _tracedSteps = TracedSteps();
    }

    /// <summary>What was measured before training and after each epoch.</summary>
    public IReadOnlyList<EpochResult> Results => _results;

    /// <summary>The network.</summary>
    public Network Network => _plan.Network;

    /// <summary>The digits that the network is tested with.</summary>
    public DigitSet TestDigits => _testDigits;

    /// <summary>How often each test digit was taken for each after the last epoch: <c>[target][predicted]</c>.</summary>
    public int[][] Confusion { get; private set; } = [];

    /// <summary>The seconds of training alone.</summary>
    public double Seconds => _seconds;

    /// <summary>Trains, measures before the first epoch and after each, and writes the files that were asked for.</summary>
    /// <returns>The exit status.</returns>
    /// <exception cref="DataException">A file cannot be written.</exception>
    /// <exception cref="NonFiniteException">A number became infinite or not a number.</exception>
    public int Run()
    {
        try
        {
            TrainingReport.WritePlan(_plan, _trainingDigits.Count, _testDigits.Count, _batchSize, _terminal.Output);
            Measure(seconds: 0.0);
            if (_plan.WaitForDebugger)
            {
                _terminal.WaitForDebugger();
            }

            StepWatch? watch = _tracedSteps is null ? null : new StepWatch(_tracedSteps, Trace);
            EngineRun training = _plan.Engine.Begin(_plan.Network, _trainingDigits, _plan.Rule, _batchSize, watch, _terminal.Interrupted);
            for (int epoch = _plan.FirstEpoch; epoch <= LastEpoch; epoch++)
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
            throw new DataException($"{exception.Message.TrimEnd('.')}; {_plan.Save} holds the network after epoch {_epochsDone}.", exception);
        }

        if (_plan.Epochs == 0)
        {
            Save(_results[^1]);
        }

        Plot(TrainingState.Finished);
        TrainingReport.WriteSummary(_plan, _results, _trainingDigits.Count, _seconds, _traces, _terminal.Output);
        return ExitStatus.Done;
    }

    private int LastEpoch => _plan.FirstEpoch - 1 + _plan.Epochs;

    private IReadOnlySet<int>? TracedSteps()
    {
        if (_plan.TraceSteps is null)
        {
            return null;
        }

        if (_batchSize > MostTracedSamples)
        {
            throw new UsageException(
                $"--trace-step writes every tensor of every sample of a step, and a step has {_batchSize:N0} of them; " +
                $"choose a --batch or a --limit of at most {MostTracedSamples}");
        }

        return StepList.Parse(_plan.TraceSteps, (long)_plan.Epochs * Batch.CountPerPass(_trainingDigits.Count, _batchSize));
    }

    private double Train(EngineRun training, int epoch)
    {
        long doneBefore = training.Progress.SamplesDone;
        double lossesBefore = training.Progress.SumOfLosses;
        string title = $"epoch {epoch} of {LastEpoch}";
        Stopwatch clock = Stopwatch.StartNew();
        (long Done, double SumOfLosses) Figures() => (training.Progress.SamplesDone - doneBefore, training.Progress.SumOfLosses - lossesBefore);
        using (ProgressBar.OfEpoch(_terminal, title, _trainingDigits.Count, Figures))
        {
            training.Epoch(epoch, Order(epoch));
            clock.Stop();
        }

        _epochsDone = epoch;
        _seconds += clock.Elapsed.TotalSeconds;
        return clock.Elapsed.TotalSeconds;
    }

    // Whatever ends a measurement, the network after the epoch is saved.
    private void MeasureAndSave(double seconds)
    {
        EpochResult? result = null;
        try
        {
            Measure(seconds);
            result = _results[^1];
        }
        finally
        {
            Save(result);
        }
    }

    private void Measure(double seconds)
    {
        EpochResult result;
        using (ProgressBar.OfWaiting(_terminal, $"epoch {_epochsDone}: measuring accuracy and loss"))
        {
            Evaluation training = Evaluate(_trainingDigits, "training");
            Evaluation test = Evaluate(_testDigits, "test");
            result = new EpochResult(_epochsDone, training.Loss, training.Accuracy, test.Loss, test.Accuracy, seconds);
            Confusion = test.Confusion;
        }

        _results.Add(result);
        _terminal.Output.WriteLine(result.ToString());
        _terminal.Output.Flush();
        if (_plan.History is not null)
        {
            HistoryFile.Write(_plan.History, _results);
        }

        Plot(TrainingState.GoesOn);
    }

    private void Plot(TrainingState state)
    {
        if (_plan.Plot is not null && _results.Count > 0)
        {
            PlotFile.Write(_plan.Plot, $"{_plan.Network} on {_trainingDigits.Name}", _results, LastEpoch, state);
        }
    }

    private Evaluation Evaluate(DigitSet digits, string set)
    {
        try
        {
            return _plan.Engine.Evaluate(_plan.Network, digits, _terminal.Interrupted);
        }
        catch (NonFiniteException exception)
        {
            throw new DataException(
                $"The network after epoch {_epochsDone} cannot be measured: {exception.Element} is {exception.Value} " +
                $"at {set} digit {exception.Sample}; a smaller learning rate may help.",
                exception);
        }
    }

    // Where one update takes every sample, their order changes nothing but the last bits of its sums.
    private int[]? Order(int epoch)
    {
        bool matters = _batchSize < _trainingDigits.Count;
        return _plan.Shuffle && matters ? SampleOrder.Shuffled(_trainingDigits.Count, _plan.Seed, epoch) : null;
    }

    // After every epoch, so that the file is there whatever ends the run.
    private void Save(EpochResult? result)
    {
        if (_plan.Save is not null)
        {
            ModelFile.Write(_plan.Save, new Model(_plan.Network, _plan.Rule.OutputGradient, Note(result)));
            _saved = true;
        }
    }

    private TrainingNote Note(EpochResult? result)
    {
        _dataSha256 ??= _trainingDigits.Sha256();
        return new TrainingNote
        {
            Preset = _plan.Preset,
            Data = _trainingDigits.Name,
            DataSha256 = _dataSha256,
            Samples = _trainingDigits.Count,
            Epochs = _epochsDone,
            Batch = _batchSize,
            Shuffle = _plan.Shuffle,
            LearningRate = _plan.Rule.LearningRate,
            Init = _plan.Init,
            Seed = _plan.Seed,
            TestLoss = result?.TestLoss,
            TestAccuracy = result?.TestAccuracy,
        };
    }

    private void Trace(int step, StepRecord record)
    {
        TraceFiles files = new(_plan.TraceFolder, TraceFiles.Formats, new TextOptions());
        TraceHeader header = TraceHeader.Of($"train-step-{step}", _plan.Network, _plan.Rule, _batchSize);
        _traces.AddRange(files.Write(header, step, record));
    }

    private string Interruption()
    {
        bool isWhole = _epochsDone == LastEpoch;
        string when = isWhole ? $"interrupted after epoch {_epochsDone}" : $"interrupted in epoch {_epochsDone + 1}";
        if (_plan.Save is null)
        {
            return when;
        }

        return _saved
            ? $"{when}; {_plan.Save} holds the network after epoch {_epochsDone}"
            : $"{when}, before one was complete: nothing is saved in {_plan.Save}";
    }
}
