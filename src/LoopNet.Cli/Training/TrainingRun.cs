using System.Diagnostics;
using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>Carries out a <see cref="TrainingTask"/> and tells what comes of it.</summary>
internal sealed class TrainingRun
{
    private readonly Terminal _terminal;
    private readonly TrainingPlan _plan;
    private readonly TrainingFiles _files;
    private readonly StepTraces? _traces;
    private readonly EpochLines _lines;
    private readonly List<EpochResult> _results = [];
    private string? _dataSha256;
    private string? _testDataSha256;
    private double _secondsOfLast;
    private int _epochsDone;
    private bool _saved;

    /// <summary>Reads the digits, and what a run that goes on has measured.</summary>
    /// <exception cref="DataException">A file of digits cannot be used, or the digits are not those of the run that goes on.</exception>
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
            TrainingDigits = _plan.Scaled(task.Source.Training(_plan.Limit));
            TestDigits = _plan.Scaled(task.Source.Test(_plan.Limit));
        }

        BatchSize = Math.Min(_plan.BatchSize ?? int.MaxValue, TrainingDigits.Count);
        _epochsDone = task.FirstEpoch - 1;
        if (task.Resumes is SavedRun run)
        {
            run.CheckDigits(TrainingDigits, TestDigits);
            (IReadOnlyList<EpochResult> before, _secondsOfLast) = run.Results(_files.History);
            _results.AddRange(before);
            _saved = _files.Save is not null && WholeFile.AreSame(_files.Save, run.Path);
        }

        _traces = Traced();
        _lines = new EpochLines(LastEpoch);
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
    public IReadOnlyList<string> Traces => _traces?.Written ?? [];

    /// <summary>Trains, measures before the first epoch and after each, and writes the files that were asked for.</summary>
    /// <returns>The exit status.</returns>
    /// <exception cref="DataException">A file cannot be written.</exception>
    /// <exception cref="NonFiniteException">A number became infinite or not a number.</exception>
    public int Run()
    {
        try
        {
            TrainingReport.WritePlan(this, _terminal.Output);
            SymptomWatch symptoms = new(this, StepsPerEpoch, _terminal);
            symptoms.BeforeTraining();
            _terminal.Output.WriteLine(_lines.Heading);
            _ = Measure(_secondsOfLast);
            if (Task.WaitForDebugger)
            {
                _terminal.WaitForDebugger();
            }

            EngineRun training = Task.Engine.Begin(Task.Network, TrainingDigits, _plan.Rule, BatchSize, _traces?.Watch(), _terminal.Interrupted);
            for (int epoch = Task.FirstEpoch; epoch <= LastEpoch; epoch++)
            {
                double seconds = Train(training, epoch);
                MeasureAndSave(seconds);
                symptoms.AfterEpoch(epoch, isFirst: epoch == Task.FirstEpoch, isLast: epoch == LastEpoch);
            }
        }
        catch (OperationCanceledException)
        {
            Plot(TrainingState.Interrupted);
            _terminal.Note(Interruption());
            return ExitStatus.Interrupted;
        }
        catch (NonFiniteException exception)
        {
            Plot(TrainingState.Failed);
            _traces?.Stopped(exception);
            throw new DataException(Stop(exception), exception);
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

    private int StepsPerEpoch => Batch.CountPerPass(TrainingDigits.Count, BatchSize);

    /// <summary>The samples of a step, as the run takes them.</summary>
    /// <param name="step">The step, from 1 over all epochs.</param>
    public Batch BatchOf(int step) => Batch.Of(TrainingDigits, Order(((step - 1) / StepsPerEpoch) + 1), BatchSize, (step - 1) % StepsPerEpoch);

    private StepTraces? Traced()
    {
        if (Task.TraceSteps is null)
        {
            return null;
        }

        long before = (Task.FirstEpoch - 1L) * StepsPerEpoch;
        IReadOnlyList<TracedStep> steps = StepList.Parse(Task.TraceSteps, before + 1, before + ((long)_plan.Epochs * StepsPerEpoch), BatchSize);
        return BatchSize <= StepTraces.MostSamples || steps.All(step => step.Sample is not null)
            ? new StepTraces(this, steps, _files.TraceFolder!)
            : throw new UsageException(
                Invariant($"--trace-step N writes every tensor of every sample of a step, and a step has {BatchSize:N0} of them; ") +
                Invariant($"choose one of them with N/SAMPLE, or a --batch or a --limit of at most {StepTraces.MostSamples}"));
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
        _terminal.Output.WriteLine(_lines.Of(result));
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
            bool isGiven = _epochsDone < Task.FirstEpoch;
            string which = isGiven ? "The network cannot be measured before training" : Invariant($"The network after epoch {_epochsDone} cannot be measured");
            string advice = isGiven ? "its parameters are too large for its inputs" : $"a smaller learning rate may help{LastStep()}";
            throw new DataException(Invariant($"{which}: {exception.Element} is {exception.Value} at {set} digit {exception.Sample}; {advice}."), exception);
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
            ModelFile.Write(_files.Save, new Model(Task.Network, _plan.OutputGradient, Note(result)) { History = _results, Layout = Task.Layout });
            _saved = true;
        }
    }

    private TrainingNote Note(EpochResult? result)
    {
        _dataSha256 ??= TrainingDigits.Sha256();
        _testDataSha256 ??= TestDigits.Sha256();
        return new TrainingNote
        {
            Preset = Task.Preset,
            Data = TrainingDigits.Name,
            DataSha256 = _dataSha256,
            Samples = TrainingDigits.Count,
            Epochs = _epochsDone,
            PlannedEpochs = LastEpoch,
            Limit = _plan.Limit,
            Split = _plan.Split?.ToString(),
            TestDataSha256 = _testDataSha256,
            Batch = BatchSize,
            Shuffle = _plan.Shuffle,
            LearningRate = _plan.LearningRate,
            Init = Task.Init,
            Seed = _plan.Seed,
            Pixels = _plan.RawPixels ? TrainingNote.RawPixels : null,
            TestLoss = result?.TestLoss,
            TestAccuracy = result?.TestAccuracy,
        };
    }

    private string Stop(NonFiniteException exception)
    {
        string saved = _saved ? Invariant($"; {_files.Save} holds the network after epoch {_epochsDone}") : "";
        if (exception.Step is not long step)
        {
            return $"{exception.Message.TrimEnd('.')}{saved}.";
        }

        string sample = BatchSize == 1 ? Invariant($"{step}") : Invariant($"{step}/{exception.SampleOfStep}");
        string trace = Traces.Count > 0 ? $"traces written: {string.Join(", ", Traces)}" : $"every number of that sample: {Task.CommandLine} --trace-step {sample}";
        return $"{exception.Message.TrimEnd('.')}{saved}; {trace}";
    }

    private string LastStep()
    {
        long step = (long)_epochsDone * StepsPerEpoch;
        string sample = BatchSize == 1 ? Invariant($"{step}") : Invariant($"{step}/0");
        return Invariant($"; the last step before: {Task.CommandLine} --trace-step {sample}");
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
