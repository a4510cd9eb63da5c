namespace LoopNet;

/// <summary>A training run: passes over the samples of a source, one step of gradient descent after another.</summary>
public sealed class Training
{
    private readonly Network _network;
    private readonly RunSamples _samples;
    private readonly UpdateRule _rule;
    private readonly int _batchSize;
    private readonly StepRecord _record;

    /// <summary>Prepares a run.</summary>
    /// <param name="network">The network to train; its parameters move in place.</param>
    /// <param name="source">The training samples, at least one, of the network's sizes.</param>
    /// <param name="rule">How the parameters move.</param>
    /// <param name="batchSize">The samples of one update, at least 1; more than there are means all of them.</param>
    /// <param name="cancellation">Ends the run between two samples; the update that they belong to does not happen.</param>
    /// <exception cref="ArgumentException">The samples do not fit the network or its loss, there is none, there is no loss or no learning rate, or the shortcut does not hold for the network.</exception>
    public Training(Network network, ISampleSource source, UpdateRule rule, int batchSize = 1, CancellationToken cancellation = default)
        : this(network, source, rule, batchSize, new TrainingProgress(), cancellation)
    {
    }

    /// <summary>Prepares a run that is counted elsewhere.</summary>
    internal Training(Network network, ISampleSource source, UpdateRule rule, int batchSize, TrainingProgress progress, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        SampleFit.Check(network, source, rule);
        SampleFit.CheckTrainable(network, rule);
        if (source.Count == 0)
        {
            throw new ArgumentException("There is no sample to train on.", nameof(source));
        }

        _network = network;
        _samples = new RunSamples(source, progress, cancellation);
        _rule = rule;
        _batchSize = Math.Min(batchSize, source.Count);
        _record = StepRecord.ForTraining(network, _batchSize);
        Progress = progress;
    }

    /// <summary>How far the run has come; another thread may read it to show progress.</summary>
    public TrainingProgress Progress { get; }

    /// <summary>Asks for every tensor of some steps; null where nobody asks.</summary>
    public StepWatch? Watch { get; init; }

    /// <summary>One pass over all samples.</summary>
    /// <param name="epoch">The number of the pass, from 1, for messages and for the numbers of steps.</param>
    /// <param name="order">The order of the samples, a permutation of their indexes; null for the source's own.</param>
    /// <exception cref="ArgumentException">The order is no permutation of the samples' indexes.</exception>
    /// <exception cref="NonFiniteException">A number became infinite or not a number; the network is as it was before that step.</exception>
    /// <exception cref="OperationCanceledException">The run was ended.</exception>
    public void Epoch(int epoch, int[]? order = null)
    {
        Batch.CheckOrder(order, _samples.Count);
        int updates = Batch.CountPerPass(_samples.Count, _batchSize);
        for (int index = 0; index < updates; index++)
        {
            Step(epoch, order, index);
        }
    }

    /// <summary>One update of a pass.</summary>
    /// <param name="epoch">The number of the pass, from 1, for messages.</param>
    /// <param name="order">The order of the samples; null for the source's own.</param>
    /// <param name="index">The update, from 0 within the pass.</param>
    internal void Step(int epoch, int[]? order, int index)
    {
        Batch batch = Batch.OfPass(_samples, order, _batchSize, index);
        long step = ((epoch - 1L) * Batch.CountPerPass(_samples.Count, _batchSize)) + index + 1;
        Watch?.Before?.Invoke(step);
        if (Watch is not null && Watch.Steps.Contains(step))
        {
            StepRecord traced = StepRecord.ForTracing(_network, batch.Count);
            Step(epoch, step, batch, traced);
            Watch.Take(step, traced);
        }
        else
        {
            Step(epoch, step, batch, _record);
        }
    }

    private void Step(int epoch, long step, Batch batch, StepRecord record)
    {
        _samples.Begin(record);
        try
        {
            GradientDescent.Step(_network, batch, _rule, record);
        }
        catch (NonFiniteException exception)
        {
            string cause = LikelyCause.Of(_network, record.Sample(exception.Sample).x);
            throw exception.InTraining(epoch, step, batch.IndexOf(exception.Sample), cause);
        }

        _samples.End();
    }
}
