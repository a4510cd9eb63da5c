namespace LoopNet;

/// <summary>A training run in vectors and on several cores: bit for bit the parameters that <see cref="Training"/> gives, much sooner.</summary>
/// <remarks>
/// What is not ordinary (see Ordinary) is left to the literal loops: they make that step, and their exception is the one that
/// comes out.
/// </remarks>
public sealed class VectorizedTraining
{
    private readonly Network _network;
    private readonly VectorizedSamples _samples;
    private readonly UpdateRule _rule;
    private readonly int _batchSize;
    private readonly CancellationToken _cancellation;
    private readonly LayerParameters[] _parameters;
    private readonly bool _ordinaryRun;
    private UpdateSteps _steps = null!;
    private Training? _literal;
    private bool _ordinaryParameters;

    /// <summary>Prepares a run.</summary>
    /// <param name="network">The network to train; its parameters move in place, at the end of each epoch.</param>
    /// <param name="samples">The training samples, at least one, of the network's sizes.</param>
    /// <param name="rule">How the parameters move.</param>
    /// <param name="batchSize">The samples of one update, at least 1; more than there are means all of them.</param>
    /// <param name="hardware">Lanes and threads; null for all that the machine has. They change the speed, and no bit.</param>
    /// <param name="cancellation">Ends the run; the update that is under way does not happen.</param>
    /// <exception cref="ArgumentException">The samples do not fit the network or its loss, there is none, there is no loss or no learning rate, or the shortcut does not hold for the network.</exception>
    public VectorizedTraining(
        Network network, VectorizedSamples samples, UpdateRule rule, int batchSize = 1, Hardware? hardware = null, CancellationToken cancellation = default)
        : this(network, samples, rule, batchSize, cancellation)
    {
        hardware ??= new Hardware();
        _steps = hardware.Lanes switch
        {
            LaneCount.Eight => Prepare<Lanes8>(hardware.Threads),
            LaneCount.Four => Prepare<Lanes4>(hardware.Threads),
            LaneCount.Two => Prepare<Lanes2>(hardware.Threads),
            _ => Prepare<Lane1>(hardware.Threads),
        };
    }

    private VectorizedTraining(Network network, VectorizedSamples samples, UpdateRule rule, int batchSize, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        Check(network, samples, rule);
        _network = network;
        _samples = samples;
        _rule = rule;
        _batchSize = Math.Min(batchSize, samples.Count);
        _cancellation = cancellation;
        _ordinaryRun = samples.AreOrdinary && rule.LearningRate <= Ordinary.Limit;
        _parameters = LayerParameters.Of(network);
    }

    /// <summary>A run with lanes of another kind, on one thread.</summary>
    internal static VectorizedTraining InLanes<V>(Network network, VectorizedSamples samples, UpdateRule rule, int batchSize)
        where V : struct, ILanes<V>
    {
        VectorizedTraining training = new(network, samples, rule, batchSize, CancellationToken.None);
        training._steps = training.Prepare<V>(threads: 1);
        return training;
    }

    /// <summary>How far the run has come; another thread may read it to show progress.</summary>
    public TrainingProgress Progress { get; } = new();

    /// <summary>One pass over all samples.</summary>
    /// <param name="epoch">The number of the pass, from 1, for messages.</param>
    /// <param name="order">The order of the samples, a permutation of their indexes; null for the source's own.</param>
    /// <exception cref="ArgumentException">The order is no permutation of the samples' indexes.</exception>
    /// <exception cref="NonFiniteException">A number became infinite or not a number; the network is as it was before that step.</exception>
    /// <exception cref="OperationCanceledException">The run was ended.</exception>
    public void Epoch(int epoch, int[]? order = null)
    {
        Batch.CheckOrder(order, _samples.Count);
        Load();
        try
        {
            int updates = Batch.CountPerPass(_samples.Count, _batchSize);
            int index = 0;
            while (index < updates)
            {
                if (_ordinaryParameters)
                {
                    index = _steps.Make(order, index);
                }

                if (index < updates)
                {
                    MakeLiterally(epoch, order, index);
                    index++;
                }
            }
        }
        finally
        {
            Store();
        }
    }

    private static void Check(Network network, VectorizedSamples samples, UpdateRule rule)
    {
        SampleFit.Check(network, samples.Source);
        SampleFit.CheckRule(network, rule);
        SampleFit.CheckTrainable(network, rule);
        if (samples.Count == 0)
        {
            throw new ArgumentException("There is no sample to train on.", nameof(samples));
        }

        for (int s = 0; s < samples.Count; s++)
        {
            SampleFit.CheckTarget(network, samples.Target(s), s);
        }
    }

    private UpdateSteps Prepare<V>(int threads)
        where V : struct, ILanes<V>
    {
        // A method is compiled when it is first called: a step that counts for nothing, so that the first epoch is as fast as the others.
        int few = Math.Min(_batchSize, 2);
        UpdateSteps trial = Steps<V>(LayerParameters.Of(_network), few, threads: 1, new TrainingProgress(), CancellationToken.None);
        trial.Make(order: null, Batch.CountPerPass(_samples.Count, few) - 1);

        // The step reads and writes its rows through pointers, which keep nothing alive.
        GC.KeepAlive(trial);
        return Steps<V>(_parameters, _batchSize, threads, Progress, _cancellation);
    }

    private UpdateSteps Steps<V>(LayerParameters[] parameters, int batchSize, int threads, TrainingProgress progress, CancellationToken cancellation)
        where V : struct, ILanes<V>
    {
        return batchSize == 1
            ? new SingleSteps<V>(_network, parameters, _samples, _rule, progress, cancellation)
            : new BatchSteps<V>(_network, parameters, _samples, _rule, batchSize, threads, progress, cancellation);
    }

    private void MakeLiterally(int epoch, int[]? order, int index)
    {
        Store();
        _literal ??= new Training(_network, _samples.Source, _rule, _batchSize, Progress, _cancellation);
        _literal.Step(epoch, order, index);
        Load();
    }

    private void Load()
    {
        _ordinaryParameters = _ordinaryRun;
        for (int l = 1; l < _parameters.Length; l++)
        {
            bool ordinary = _parameters[l].Load(_network.Layers[l - 1]);
            _ordinaryParameters = _ordinaryParameters && ordinary;
        }
    }

    private void Store()
    {
        for (int l = 1; l < _parameters.Length; l++)
        {
            _parameters[l].Store(_network.Layers[l - 1]);
        }
    }
}
