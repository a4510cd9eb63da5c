namespace LoopNet.Tests.Vectorized;

/// <summary>A training run drawn from a seed: network, samples, rule, batch, orders.</summary>
public sealed class TwinCase
{
    private const int Epochs = 3;

    private readonly SeededRandom _random;
    private readonly Network _network;
    private readonly bool _shuffle;

    public TwinCase(int seed, string kind)
    {
        _random = new SeededRandom(seed, kind);
        int[] sizes = [.. Enumerable.Range(0, 2 + _random.NextIndex(3)).Select(_ => Size())];
        (Activation output, Loss loss) = Pair();
        Activation[] activations = [.. Enumerable.Range(1, sizes.Length - 2).Select(_ => Sloped(AnyOf(Activation.All))), Sloped(output)];
        _network = Draw(sizes, activations, loss, kind == "saturating" ? 2000.0 : 1.0);
        int count = 1 + _random.NextIndex(kind == "threads" ? 400 : 12);
        Samples = new SampleList(
            [.. Enumerable.Range(0, count).Select(_ => Input(sizes[0], kind))],
            [.. Enumerable.Range(0, count).Select(_ => loss.TakesTarget ? Target(sizes[^1]) : [])]);
        BatchSize = kind == "threads" ? 64 + _random.NextIndex(count) : 1 + _random.NextIndex(count + 2) * _random.NextIndex(2);
        double rate = kind == "exploding" ? Math.Pow(10.0, 20.0 + (280.0 * _random.NextUniform())) : 0.5 * _random.NextUniform() + 0.01;
        Rule = new UpdateRule(rate)
        {
            Reduction = _random.NextIndex(2) == 0 ? Reduction.Mean : Reduction.Sum,
            UpdateBiases = _random.NextIndex(4) > 0,
            OutputGradient = UpdateRule.AllowsShortcut(_network) && _random.NextIndex(2) == 0 ? OutputGradient.Shortcut : OutputGradient.Jacobian,
        };
        _shuffle = _random.NextIndex(2) == 0;
    }

    public SampleList Samples { get; }

    public UpdateRule Rule { get; }

    public int BatchSize { get; }

    /// <summary>What a run leaves behind: its parameters, the losses it counted, and the message that ended it.</summary>
    public sealed record Outcome(Network Network, long SamplesDone, double SumOfLosses, string? Message);

    public Network Network() => _network.Copy();

    public Outcome Literal()
    {
        Network network = Network();
        Training training = new(network, Samples, Rule, BatchSize);
        return Run(network, training.Progress, training.Epoch);
    }

    public Outcome Fast(LaneCount lanes, int threads)
    {
        Network network = Network();
        Hardware hardware = new() { Lanes = lanes, Threads = threads };
        VectorizedTraining training = new(network, new VectorizedSamples(Samples), Rule, BatchSize, hardware);
        return Run(network, training.Progress, training.Epoch);
    }

    internal Outcome In<V>()
        where V : struct, ILanes<V>
    {
        Network network = Network();
        VectorizedTraining training = VectorizedTraining.InLanes<V>(network, new VectorizedSamples(Samples), Rule, BatchSize);
        return Run(network, training.Progress, training.Epoch);
    }

    public override string ToString() => $"{_network}, {Samples.Count} samples, batch {BatchSize}, {Rule}";

    private Outcome Run(Network network, TrainingProgress progress, Action<int, int[]?> epochOf)
    {
        string? message = null;
        try
        {
            for (int epoch = 1; epoch <= Epochs; epoch++)
            {
                epochOf(epoch, _shuffle ? SampleOrder.Shuffled(Samples.Count, 5, epoch) : null);
            }
        }
        catch (NonFiniteException exception)
        {
            message = exception.Message;
        }

        return new Outcome(network, progress.SamplesDone, progress.SumOfLosses, message);
    }

    private int Size()
    {
        int[] sizes = [1, 2, 3, 7, 8, 9, 10, 15, 16, 17, 24, 31, 32, 33, 40, 70];
        return sizes[_random.NextIndex(sizes.Length)];
    }

    private (Activation Output, Loss Loss) Pair()
    {
        Loss loss = AnyOf(Loss.All);
        return (AnyOf([.. Activation.All.Where(loss.Accepts)]), loss);
    }

    private Activation Sloped(Activation activation) => activation is LeakyRelu ? new LeakyRelu(_random.NextUniform()) : activation;

    private T AnyOf<T>(IReadOnlyList<T> choices) => choices[_random.NextIndex(choices.Count)];

    private Network Draw(int[] sizes, Activation[] activations, Loss loss, double scale)
    {
        bool biases = _random.NextIndex(3) > 0;
        Layer[] layers = new Layer[activations.Length];
        for (int l = 1; l <= layers.Length; l++)
        {
            double spread = scale / Math.Sqrt(sizes[l - 1]);
            double[][] W = [.. Enumerable.Range(0, sizes[l]).Select(_ => Numbers(sizes[l - 1], spread))];
            layers[l - 1] = new Layer(W, biases ? Numbers(sizes[l], 0.5) : null, activations[l - 1]);
        }

        return new Network(layers, loss);
    }

    private double[] Numbers(int count, double spread) => [.. Enumerable.Range(0, count).Select(_ => spread * _random.NextNormal())];

    private double[] Input(int size, string kind)
    {
        int style = _random.NextIndex(4);
        double huge = kind == "exploding" ? Math.Pow(10.0, 300.0 * _random.NextUniform()) : 1e3;
        return [.. Enumerable.Range(0, size).Select(_ => (style, _random.NextIndex(4)) switch
        {
            (0, _) => _random.NextNormal(),
            (1, 0) => _random.NextUniform(),
            (1, 1) => -0.0,
            (1, _) => 0.0,
            (2, 0) => huge * _random.NextNormal(),
            (2, 1) => 1e-310 * _random.NextNormal(),
            (2, 2) => double.Epsilon,
            (2, _) => -_random.NextUniform(),
            _ => 0.0,
        })];
    }

    // Numbers from 0 to 1 that add up to 1, or a single 1: targets that every loss takes.
    private double[] Target(int size)
    {
        double[] y = new double[size];
        y[_random.NextIndex(size)] = 1.0;
        if (_random.NextIndex(3) == 0)
        {
            double[] shares = [.. y.Select(_ => 0.05 + _random.NextUniform())];
            return [.. shares.Select(share => share / shares.Sum())];
        }

        return y;
    }
}
