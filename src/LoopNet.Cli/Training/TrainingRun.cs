using System.Diagnostics;
using LoopNet.Data;
using LoopNet.Tracing;

namespace LoopNet.Cli;

/// <summary>Carries out a <see cref="TrainingPlan"/> and tells what comes of it.</summary>
internal sealed class TrainingRun
{
    private readonly TrainingPlan _plan;
    private readonly Terminal _terminal;
    private readonly DigitSet _trainingDigits;
    private readonly DigitSet _testDigits;
    private readonly IReadOnlySet<int>? _tracedSteps;
    private readonly List<EpochResult> _results = [];
    private readonly List<string> _traces = [];
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

        _tracedSteps = plan.TraceSteps is null ? null : StepList.Parse(plan.TraceSteps, (long)plan.Epochs * _trainingDigits.Count);
    }

    /// <summary>Trains, measures before the first epoch and after each, and writes the files that were asked for.</summary>
    /// <returns>The exit status.</returns>
    /// <exception cref="DataException">A file cannot be written.</exception>
    /// <exception cref="NonFiniteException">A number became infinite or not a number.</exception>
    public int Run()
    {
        try
        {
            WritePlan();
            Measure(seconds: 0.0);
            if (_plan.WaitForDebugger)
            {
                DebuggerOption.Wait(_terminal);
            }

            Training training = new(_plan.Network, _trainingDigits, _plan.Rule, cancellation: _terminal.Interrupted)
            {
                Watch = _tracedSteps is null ? null : new StepWatch(_tracedSteps, Trace),
            };
            for (int epoch = 1; epoch <= _plan.Epochs; epoch++)
            {
                double seconds = Train(training, epoch);
                Save();
                Measure(seconds);
            }
        }
        catch (OperationCanceledException)
        {
            _terminal.Note(Interruption());
            return ExitStatus.Interrupted;
        }
        catch (NonFiniteException) when (_saved)
        {
            _terminal.Note($"{_plan.Save} holds the network after epoch {_epochsDone}");
            throw;
        }

        if (_plan.Epochs == 0)
        {
            Save();
        }

        WriteSummary();
        return ExitStatus.Done;
    }

    private double Train(Training training, int epoch)
    {
        long doneBefore = training.Progress.SamplesDone;
        double lossesBefore = training.Progress.SumOfLosses;
        string title = $"epoch {epoch} of {_plan.Epochs}";
        Stopwatch clock = Stopwatch.StartNew();
        (long Done, double SumOfLosses) Figures() => (training.Progress.SamplesDone - doneBefore, training.Progress.SumOfLosses - lossesBefore);
        using (ProgressBar.OfEpoch(_terminal, title, _trainingDigits.Count, Figures))
        {
            training.Epoch(epoch);
            clock.Stop();
        }

        _epochsDone = epoch;
        _seconds += clock.Elapsed.TotalSeconds;
        return clock.Elapsed.TotalSeconds;
    }

    private void Measure(double seconds)
    {
        EpochResult result;
        using (ProgressBar.OfWaiting(_terminal, $"epoch {_epochsDone}: measuring accuracy and loss"))
        {
            Evaluation training = Evaluation.Of(_plan.Network, _trainingDigits, _terminal.Interrupted);
            Evaluation test = Evaluation.Of(_plan.Network, _testDigits, _terminal.Interrupted);
            result = new EpochResult(_epochsDone, training, test, seconds);
        }

        _results.Add(result);
        _terminal.Output.WriteLine(result.ToString());
        _terminal.Output.Flush();
        if (_plan.History is not null)
        {
            HistoryFile.Write(_plan.History, _results);
        }
    }

    // After every epoch, so that the file is there whatever ends the run.
    private void Save()
    {
        if (_plan.Save is not null)
        {
            DigitSet digits = _trainingDigits;
            TrainingNote note = new(digits.Name, digits.Count, _epochsDone, Batch: 1, _plan.Rule.LearningRate, _plan.Seed);
            ModelFile.Write(_plan.Save, new Model(_plan.Network, _plan.Rule.OutputGradient, note));
            _saved = true;
        }
    }

    private void Trace(int step, StepRecord record)
    {
        TraceFiles files = new(_plan.TraceFolder, TraceFiles.Formats, new TextOptions());
        TraceHeader header = TraceHeader.Of($"train-step-{step}", _plan.Network, _plan.Rule, batchSize: 1);
        _traces.AddRange(files.Write(header, step, record));
    }

    private void WritePlan()
    {
        Network network = _plan.Network;
        string activations = string.Join(", ", network.Layers.Select(layer => layer.Activation));
        string epochs = _plan.Epochs == 1 ? "1 epoch" : $"{_plan.Epochs:N0} epochs";
        long parameters = network.Layers.Sum(layer => (long)layer.Size * (layer.InputSize + 1));
        TextWriter output = _terminal.Output;
        string counts = $"{_trainingDigits.Count:N0} training digits, {_testDigits.Count:N0} test digits";
        string sizes = string.Join('-', network.Sizes());
        output.WriteLine($"data      {_plan.Source.Description}: {counts}");
        output.WriteLine($"network   {sizes}, {activations}; {parameters:N0} parameters, drawn from seed {_plan.Seed}");
        output.WriteLine($"loss      {network.Loss}: {network.Loss.Definition}");
        output.WriteLine($"rule      gradient descent, learning rate {_plan.Rule.LearningRate}, one update after every sample; {epochs}");
        output.WriteLine();
        output.Flush();
    }

    private void WriteSummary()
    {
        TextWriter output = _terminal.Output;
        output.WriteLine();
        if (_epochsDone > 0)
        {
            long samples = (long)_epochsDone * _trainingDigits.Count;
            output.WriteLine($"trained on {samples:N0} samples in {_seconds:F1} s: {samples / _seconds:N0} samples/s");
            double before = _results[0].Test.Accuracy * 100.0;
            double after = _results[^1].Test.Accuracy * 100.0;
            output.WriteLine($"test accuracy {after:F2} %, before training {before:F2} %");
        }
        else
        {
            output.WriteLine("nothing was trained: 0 epochs");
        }

        if (_plan.Save is not null)
        {
            output.WriteLine($"network saved in {_plan.Save}");
        }

        foreach (string path in _traces)
        {
            output.WriteLine($"trace written to {path}");
        }

        if (_plan.History is not null)
        {
            output.WriteLine($"history written to {_plan.History}");
        }
    }

    private string Interruption()
    {
        bool isWhole = _epochsDone == _plan.Epochs;
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
