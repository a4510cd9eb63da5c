namespace LoopNet.Tests.Vectorized;

/// <summary>The twin's training, beside the bits: functions of one's own, wrong use, interruption, memory.</summary>
public class VectorizedTrainingTests
{
    private static readonly SampleList Samples = new(
        [[0.5, 0.0, -1.0], [0.0, 0.25, 0.0], [1.0, 0.0, 0.75]],
        [[1.0, 0.0], [0.0, 1.0], [1.0, 0.0]]);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Epoch_ActivationAndLossOfOnesOwn_GivesTheBitsOfTheLiteralLoops(int batchSize)
    {
        Network literal = Initialization.Draw([3, 5, 4, 2], [new Softplus(), new SteepSigmoid(), new Softplus()], new QuarticError(), seed: 4);
        Network fast = literal.Copy();
        UpdateRule rule = new(0.1);
        Training training = new(literal, Samples, rule, batchSize);
        VectorizedTraining twin = new(fast, new VectorizedSamples(Samples), rule, batchSize);

        for (int epoch = 1; epoch <= 5; epoch++)
        {
            training.Epoch(epoch);
            twin.Epoch(epoch);
        }

        Bits.AssertSame(literal, fast);
        Bits.AssertSame(training.Progress.SumOfLosses, twin.Progress.SumOfLosses);
    }

    [Fact]
    public void Epoch_NumbersBeyondTheOrdinary_AreLeftToTheLiteralLoops()
    {
        double huge = 2.0 * Ordinary.Limit;
        SampleList samples = new([[huge, 0.0], [0.5, 0.25]], [[1.0], [0.0]]);
        Network literal = new([new Layer([[1.0 / huge, 0.5]], [0.1], new Sigmoid())], new SquaredError());
        Network fast = literal.Copy();
        UpdateRule rule = new(1.0 / huge / huge);

        new Training(literal, samples, rule).Epoch(1);
        new VectorizedTraining(fast, new VectorizedSamples(samples), rule).Epoch(1);

        Bits.AssertSame(literal, fast);
    }

    [Fact]
    public void Epoch_ParametersChangedBetweenEpochs_GoesOnFromThem()
    {
        Network literal = Initialization.Draw([3, 2], [new Softmax()], new CrossEntropy(), seed: 1);
        Network fast = literal.Copy();
        Training training = new(literal, Samples, new UpdateRule(0.5));
        VectorizedTraining twin = new(fast, new VectorizedSamples(Samples), new UpdateRule(0.5));

        foreach ((Network network, Action<int, int[]?> epoch) in new (Network, Action<int, int[]?>)[] { (literal, training.Epoch), (fast, twin.Epoch) })
        {
            epoch(1, null);
            network.Layers[0].W[1][2] = 0.125;
            epoch(2, null);
        }

        Bits.AssertSame(literal, fast);
    }

    [Fact]
    public void Epoch_ShuffledStepThatIsLeftToTheLiteralLoops_DoesNotReachTheNextInItsOwnOrder()
    {
        // More samples than the twin sums at a time; with a huge weight, one in the middle of the shuffled order is beyond the ordinary.
        const int Count = 1200;
        double[][] inputs = [.. Enumerable.Range(0, Count).Select(s => new[] { s % 7, s % 3, s == 600 ? 1.0 : 0.0 })];
        SampleList samples = new(inputs, [.. inputs.Select(x => new[] { x[0] / 8.0 })]);
        UpdateRule rule = new(0.01);
        Network literal = Initialization.Draw([3, 2, 1], [new Sigmoid(), new Identity()], new SquaredError(), seed: 1);
        Network fast = literal.Copy();
        Training training = new(literal, samples, rule, Count);
        VectorizedTraining twin = new(fast, new VectorizedSamples(samples), rule, Count, new Hardware { Threads = 1 });

        foreach ((Network network, Action<int, int[]?> epoch) in new (Network, Action<int, int[]?>)[] { (literal, training.Epoch), (fast, twin.Epoch) })
        {
            epoch(1, null);
            double before = network.Layers[0].W[0][2];
            network.Layers[0].W[0][2] = 2.0 * Ordinary.Limit;
            epoch(2, [.. Enumerable.Range(0, Count).Reverse()]);
            network.Layers[0].W[0][2] = before;
            epoch(3, null);
        }

        Bits.AssertSame(literal, fast);
    }

    [Fact]
    public void Epoch_CancelledBefore_ChangesNothing()
    {
        using CancellationTokenSource cancellation = new();
        cancellation.Cancel();
        foreach (int batchSize in new[] { 1, 2, 3 })
        {
            Network network = Initialization.Draw([3, 2], [new Softmax()], new CrossEntropy(), seed: 1);
            Network before = network.Copy();
            VectorizedTraining twin = new(network, new VectorizedSamples(Samples), new UpdateRule(0.5), batchSize, cancellation: cancellation.Token);

            Assert.Throws<OperationCanceledException>(() => twin.Epoch(1));

            Bits.AssertSame(before, network);
        }
    }

    [Fact]
    public void Epoch_CancelledOnTheWay_LeavesTheParametersOfAWholeStep()
    {
        CountedSource source = new(200);
        using CancellationTokenSource cancellation = new();
        Layer[] layers = Initialization.Draw([3, 2], [new CancellingSigmoid(cancellation, calls: 1001)], new SquaredError(), seed: 1).Layers;
        Network network = new(layers, new SquaredError());
        Network literal = new([new Layer(layers[0].W, layers[0].b, new Sigmoid())], new SquaredError());
        VectorizedTraining twin = new(network, new VectorizedSamples(source), new UpdateRule(0.01), cancellation: cancellation.Token);

        Assert.Throws<OperationCanceledException>(() =>
        {
            for (int epoch = 1; epoch <= 100; epoch++)
            {
                twin.Epoch(epoch);
            }
        });

        int samples = (int)twin.Progress.SamplesDone;
        Assert.InRange(samples, 400, 600);
        new Training(literal, new RepeatedSource(source, samples), new UpdateRule(0.01)).Epoch(1);
        Bits.AssertSame(literal, network);
    }

    [Fact]
    public void Epoch_OneSampleAtATime_AllocatesNothingPerSample()
    {
        CountedSource source = new(20_000);
        Network network = Initialization.Draw([3, 4, 2], [new Sigmoid(), new Softmax()], new CrossEntropy(), seed: 1);
        VectorizedTraining twin = new(network, new VectorizedSamples(source), new UpdateRule(0.01));
        twin.Epoch(1);

        long before = GC.GetAllocatedBytesForCurrentThread();
        twin.Epoch(2);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.InRange(allocated, 0, 1000);
    }

    [Fact]
    public void Constructor_WrongUse_IsRefusedAsByTheLiteralTraining()
    {
        Network network = Initialization.Draw([3, 2], [new Softmax()], new CrossEntropy(), seed: 1);
        Network other = Initialization.Draw([2, 2], [new Sigmoid()], new CrossEntropy(), seed: 1);
        SampleList wrongTarget = new([[0.0, 0.0, 0.0]], [[0.5, 0.25]]);
        UpdateRule shortcut = new(0.1) { OutputGradient = OutputGradient.Shortcut };
        foreach (Action<Func<Network, SampleList, UpdateRule, int, object>> wrong in new Action<Func<Network, SampleList, UpdateRule, int, object>>[]
        {
            make => make(other, Samples, new UpdateRule(0.1), 1),
            make => make(network, wrongTarget, new UpdateRule(0.1), 1),
            make => make(Initialization.Draw([3, 2], [new Sigmoid()], new CrossEntropy(), seed: 1), Samples, shortcut, 1),
            make => make(network, Samples, new UpdateRule(0.1), 0),
        })
        {
            Exception literal = Assert.ThrowsAny<ArgumentException>(() => wrong((n, s, rule, batch) => new Training(n, s, rule, batch)));
            Exception fast = Assert.ThrowsAny<ArgumentException>(() => wrong((n, s, rule, batch) => new VectorizedTraining(n, new VectorizedSamples(s), rule, batch)));

            Assert.Equal(literal.Message, fast.Message.Replace("'samples'", "'source'", StringComparison.Ordinal));
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => new Hardware { Threads = 0 });
    }

    private sealed class Softplus : ElementwiseActivation
    {
        public override string Name => "softplus";

        public override double Value(double z) => Math.Log(1.0 + Math.Exp(z));

        public override double Derivative(double z, double a) => 1.0 / (1.0 + Math.Exp(-z));
    }

    private sealed class SteepSigmoid : Sigmoid
    {
        public override double Value(double z) => base.Value(3.0 * z);

        public override double Derivative(double z, double a) => 3.0 * base.Derivative(z, a);
    }

    /// <summary>A sigmoid that ends the run after so many calls.</summary>
    private sealed class CancellingSigmoid(CancellationTokenSource cancellation, int calls) : Sigmoid
    {
        private int _left = calls;

        public override double Value(double z)
        {
            _left--;
            if (_left == 0)
            {
                cancellation.Cancel();
            }

            return base.Value(z);
        }
    }

    private sealed class QuarticError : Loss
    {
        public override string Name => "quartic-error";

        public override string Definition => "sum (a-y)^4";

        public override bool Accepts(Activation output) => true;

        public override double Value(double[] a, double[] y) => a.Zip(y, (output, target) => Math.Pow(output - target, 4.0)).Sum();

        public override void Gradient(double[] a, double[] y, double[] dL_da)
        {
            for (int i = 0; i < y.Length; i++)
            {
                dL_da[i] = 4.0 * Math.Pow(a[i] - y[i], 3.0);
            }
        }
    }

    /// <summary>Samples that follow from their index.</summary>
    private sealed class CountedSource(int count) : ISampleSource
    {
        public int Count => count;

        public int InputSize => 3;

        public int TargetSize => 2;

        public void Read(int index, double[] x, double[] y)
        {
            for (int k = 0; k < x.Length; k++)
            {
                x[k] = (index >> k) % 3;
            }

            y[0] = index % 2;
            y[1] = 1 - (index % 2);
        }
    }

    /// <summary>The samples of another source, again and again.</summary>
    private sealed class RepeatedSource(ISampleSource source, int count) : ISampleSource
    {
        public int Count => count;

        public int InputSize => source.InputSize;

        public int TargetSize => source.TargetSize;

        public void Read(int index, double[] x, double[] y) => source.Read(index % source.Count, x, y);
    }
}
