namespace LoopNet.Tests;

public class TrainingTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(100)]
    public void Epoch_OfBatches_DoesWhatTheStepsOfAnExampleDo(int batchSize)
    {
        Example example = Oracle.Read("partial-batch").Example with { BatchSize = Math.Min(batchSize, 5) };
        Network network = example.Network.Copy();
        Training training = new(network, example.Samples, example.Rule, batchSize);

        training.Epoch(1);
        training.Epoch(2);

        int updates = 2 * Batch.CountPerPass(5, example.BatchSize);
        StepRecord last = ExampleRun.Records(example, updates)[^1];
        Bits.AssertSame(last.W_new[1][0], network.Layers[0].W[0]);
        Bits.AssertSame(last.b_new[2]!, network.Layers[1].b!);
        Assert.Equal(10, training.Progress.SamplesDone);
    }

    [Fact]
    public void Epoch_InAnotherOrder_GivesOtherParameters()
    {
        Example example = Oracle.Read("partial-batch").Example;
        Network inOrder = example.Network.Copy();
        Network reversed = example.Network.Copy();

        new Training(inOrder, example.Samples, example.Rule).Epoch(1);
        new Training(reversed, example.Samples, example.Rule).Epoch(1, [4, 3, 2, 1, 0]);

        Assert.NotEqual(inOrder.Layers[1].b![0], reversed.Layers[1].b![0]);
    }

    [Fact]
    public void Epoch_OfARunThatWasEnded_StopsBeforeTheUpdate()
    {
        Example example = Oracle.Read("partial-batch").Example;
        Network network = example.Network.Copy();
        using CancellationTokenSource source = new();
        source.Cancel();
        Training training = new(network, example.Samples, example.Rule, batchSize: 1, source.Token);

        Assert.Throws<OperationCanceledException>(() => training.Epoch(1));

        Bits.AssertSame(example.Network, network);
    }

    [Fact]
    public void Epoch_OfOneBatchThatIsEndedOnTheWay_StopsBetweenTwoSamples()
    {
        Example example = Oracle.Read("partial-batch").Example;
        Network network = example.Network.Copy();
        using CancellationTokenSource source = new();
        List<int> reads = [];
        WatchedSource samples = new(example.Samples);
        Training training = new(network, samples, example.Rule, batchSize: 5, source.Token);
        samples.Reading = index =>
        {
            reads.Add(index);
            if (index == 2)
            {
                source.Cancel();
            }
        };

        Assert.Throws<OperationCanceledException>(() => training.Epoch(1));

        Assert.Equal([0, 1, 2], reads);
        Assert.Equal(3, training.Progress.SamplesDone);
        Bits.AssertSame(example.Network, network);
    }

    [Fact]
    public void Epoch_OfOneBatchThatIsEndedAtItsSecondSample_CountsTheFirst()
    {
        Example example = Oracle.Read("partial-batch").Example;
        Network network = example.Network.Copy();
        using CancellationTokenSource source = new();
        WatchedSource samples = new(example.Samples);
        Training training = new(network, samples, example.Rule, batchSize: 5, source.Token);
        int reads = 0;
        samples.Reading = _ =>
        {
            reads++;
            if (reads == 1)
            {
                source.Cancel();
            }
        };

        Assert.Throws<OperationCanceledException>(() => training.Epoch(1));

        Assert.Equal(1, reads);
        Assert.Equal(1, training.Progress.SamplesDone);
        Bits.AssertSame(example.Network, network);
    }

    // The targets are 1, 2 and 3, the output is 0 and stays 0: 1/2 + 4/2 + 9/2.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Progress_OfThreeSamples_HasTheSumOfTheirLosses(int batchSize)
    {
        Network network = new([new Layer([[1.0]], null, new Identity())], new SquaredError());
        SampleList samples = new([[0.0], [0.0], [0.0]], [[1.0], [2.0], [3.0]]);
        Training training = new(network, samples, new UpdateRule(0.1), batchSize);

        training.Epoch(1);

        Assert.Equal(7.0, training.Progress.SumOfLosses);
        Assert.Equal(3, training.Progress.SamplesDone);
        Assert.Equal(7.0 / 3.0, Evaluation.Of(network, samples).Loss);
    }

    [Theory]
    [InlineData(new[] { 0, 1, 2, 3, 3 })]
    [InlineData(new[] { 0, 1, 2, 3 })]
    [InlineData(new[] { 0, 1, 2, 3, 5 })]
    public void Epoch_InAnOrderThatIsNone_IsRefusedByBothEngines(int[] order)
    {
        Example example = Oracle.Read("partial-batch").Example;
        Network network = example.Network.Copy();

        Assert.Throws<ArgumentException>(() => new Training(network, example.Samples, example.Rule).Epoch(1, order));
        Assert.Throws<ArgumentException>(() => new VectorizedTraining(network, new VectorizedSamples(example.Samples), example.Rule).Epoch(1, order));
        Bits.AssertSame(example.Network, network);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Hardware.MostThreads + 1)]
    public void Hardware_WithThreadsThatNoMachineHas_IsRefused(int threads)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Hardware { Threads = threads });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Hardware { Lanes = (LaneCount)3 });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Progress_DuringAnEpoch_CountsSampleAfterSample(int batchSize)
    {
        Example example = Oracle.Read("partial-batch").Example;
        List<long> done = [];
        WatchedSource samples = new(example.Samples);
        Training training = new(example.Network.Copy(), samples, example.Rule, batchSize);
        samples.Reading = _ => done.Add(training.Progress.SamplesDone);

        training.Epoch(1);

        Assert.Equal([0, 1, 2, 3, 4], done);
        Assert.Equal(5, training.Progress.SamplesDone);
    }

    [Fact]
    public void Progress_OfABatch_AddsTheLossesOfItsSamples()
    {
        Example example = Oracle.Read("partial-batch").Example with { BatchSize = 5, Steps = 1 };
        Training training = new(example.Network.Copy(), example.Samples, example.Rule, batchSize: 5);

        training.Epoch(1);

        double sum = 0.0;
        foreach (SampleRecord sample in ExampleRun.Records(example)[0].Samples)
        {
            sum += sample.L;
        }

        Bits.AssertSame(sum, training.Progress.SumOfLosses);
    }

    [Fact]
    public void Epoch_ThatDiverges_NamesTensorEpochAndSample()
    {
        Network network = new([new Layer([[1.0]], null, new Identity())], new SquaredError());
        SampleList samples = new([[1.0], [1e200]], [[0.0], [0.0]]);
        Training training = new(network, samples, new UpdateRule(0.1));

        NonFiniteException exception = Assert.Throws<NonFiniteException>(() => training.Epoch(4));

        Assert.Contains("L is Infinity in epoch 4, sample 1 (step 8);", exception.Message, StringComparison.Ordinal);
        Assert.EndsWith("likely cause: an input is 1E+200 in size: scale the inputs to about 1.", exception.Message, StringComparison.Ordinal);
        Assert.Equal((8L, 1, 0), (exception.Step!.Value, exception.Sample, exception.SampleOfStep));
    }

    // The numbers of the step that stops tell which of three things went wrong.
    [Theory]
    [InlineData(1000.0, 1e305, "the numbers grow from layer to layer: a smaller learning rate or smaller first weights may help.")]
    [InlineData(1.0, 1e305, "a parameter of layer 2 is 1E+305 in size: a smaller learning rate may help.")]
    [InlineData(1e5, 1e305, "an input is 1E+05 in size: scale the inputs to about 1.")]
    public void Epoch_ThatDiverges_NamesTheLikelyCause(double input, double weight, string cause)
    {
        bool grows = input == 1000.0;
        Layer[] layers = grows
            ? [.. Enumerable.Range(0, 104).Select(_ => new Layer([[1000.0]], null, new Identity()))]
            : [new Layer([[1.0]], null, new Identity()), new Layer([[weight]], null, new Identity())];
        Training training = new(new Network(layers, new SquaredError()), new SampleList([[input]], [[0.0]]), new UpdateRule(0.1));

        NonFiniteException exception = Assert.Throws<NonFiniteException>(() => training.Epoch(1));

        Assert.EndsWith($"likely cause: {cause}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Epoch_OfBatchesThatDiverges_NamesTheStepOfBothEngines()
    {
        SampleList samples = new([[1.0], [1.0], [1.0], [1e200], [1.0]], [[0.0], [0.0], [0.0], [0.0], [0.0]]);
        Network Identity() => new([new Layer([[1.0]], null, new Identity())], new SquaredError());

        NonFiniteException literal = Assert.Throws<NonFiniteException>(() => new Training(Identity(), samples, new UpdateRule(0.1), 2).Epoch(2, [4, 0, 1, 2, 3]));
        NonFiniteException twin = Assert.Throws<NonFiniteException>(
            () => new VectorizedTraining(Identity(), new VectorizedSamples(samples), new UpdateRule(0.1), 2).Epoch(2, [4, 0, 1, 2, 3]));

        Assert.Contains("epoch 2, sample 3 (step 6)", literal.Message, StringComparison.Ordinal);
        Assert.Equal(literal.Message, twin.Message);
    }

    [Fact]
    public void Records_OfAnExampleThatOverflows_NamesItsStepAndItsSample()
    {
        Network network = new([new Layer([[1.0]], null, new Identity())], new SquaredError());
        SampleList samples = new([[1.0], [3.0], [1e160]], [[0.0], [0.0], [0.0]]);
        Example example = new("grows", network, samples, new UpdateRule(0.01), BatchSize: 1, Steps: 3, Source: null);

        NonFiniteException exception = Assert.Throws<NonFiniteException>(() => ExampleRun.Records(example));

        Assert.StartsWith("grows: L is Infinity in step 3, sample 2 of the example;", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Training_OfSamplesThatDoNotFit_Throws()
    {
        Example example = Mazur.Example();

        Assert.Throws<ArgumentException>(() => new Training(example.Network, new SampleList([[1.0]], [[1.0]]), example.Rule));
    }

    [Fact]
    public void Training_WithAShortcutThatDoesNotHold_Throws()
    {
        Example example = Mazur.Example();
        UpdateRule rule = new(0.1) { OutputGradient = OutputGradient.Shortcut };

        Assert.Throws<ArgumentException>(() => new Training(example.Network, example.Samples, rule));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void UpdateRule_WithALearningRateThatIsNoPositiveNumber_Throws(double learningRate)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new UpdateRule(learningRate));
    }

    /// <summary>The samples of a list, each announced before it is read.</summary>
    private sealed class WatchedSource(SampleList samples) : ISampleSource
    {
        public Action<int> Reading { get; set; } = _ => { };

        public int Count => samples.Count;

        public int InputSize => samples.InputSize;

        public int TargetSize => samples.TargetSize;

        public void Read(int index, double[] x, double[] y)
        {
            Reading(index);
            samples.Read(index, x, y);
        }
    }
}
