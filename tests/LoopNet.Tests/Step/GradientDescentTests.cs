namespace LoopNet.Tests;

public class GradientDescentTests
{
    // Published: L = 0.298371109, w5' = 0.35891648. After one update 0.291027924 is printed, from hidden gradients taken
    // through output weights that had already moved; with all gradients at the old parameters it is 0.2910277737.
    [Fact]
    public void Step_OfMazursExample_TakesAllGradientsAtTheOldParameters()
    {
        StepRecord[] records = ExampleRun.Records(Mazur.Example());

        Assert.Equal(0.298371109, records[0].Samples[0].L, 9);
        Assert.Equal(0.35891648, records[0].W_new[2][0][0], 8);
        Assert.Equal(0.2910277737, records[1].Samples[0].L, 10);
        Assert.NotEqual(0.291027924, records[1].Samples[0].L, 9);
    }

    [Fact]
    public void Step_WithBiasesThatStay_LeavesThemAndMovesTheWeights()
    {
        StepRecord record = ExampleRun.Records(Mazur.Example())[0];

        Assert.Equal([0.35, 0.35], record.b_new[1]!);
        Assert.NotEqual(record.b[1]![0] - (0.5 * record.Samples[0].dL_db[1][0]), record.b_new[1]![0]);
        Assert.NotEqual(record.W[1][0][0], record.W_new[1][0][0]);
    }

    [Fact]
    public void Step_ForTraining_GivesTheSameBitsAsForTracing()
    {
        foreach (Example example in PairExamples.All(seed: 3))
        {
            Network traced = example.Network.Copy();
            Network trained = example.Network.Copy();
            StepRecord training = StepRecord.ForTraining(trained, batchSize: 2);
            for (int step = 0; step < 5; step++)
            {
                Batch batch = new(example.Samples, order: null, first: 0, count: 2);
                GradientDescent.Step(traced, batch, example.Rule, StepRecord.ForTracing(traced, 2));
                GradientDescent.Step(trained, batch, example.Rule, training);
            }

            Bits.AssertSame(traced, trained);
        }
    }

    [Fact]
    public void Step_OfTwoSamples_MovesByTheMeanOrTheSum()
    {
        Layer layer = new([[1.0]], [0.0], new Identity());
        SampleList samples = new([[1.0], [1.0]], [[0.0], [-2.0]]);

        // dL/dW is a - y: 1 and 3. Their mean is 2, their sum 4.
        Assert.Equal(0.8, WeightAfter(layer, samples, Reduction.Mean));
        Assert.Equal(0.6, WeightAfter(layer, samples, Reduction.Sum));
    }

    // In doubles 0.1 + 0.2 + 0.3 is 0.6000000000000001; a third of it is not the sum of three thirds.
    [Fact]
    public void Step_OfThreeSamples_AddsBeforeItDivides()
    {
        Network network = new([new Layer([[0.0]], null, new Identity())], new SquaredError());
        SampleList samples = new([[-1.0], [-1.0], [-1.0]], [[0.1], [0.2], [0.3]]);

        GradientDescent.Step(network, new Batch(samples, order: null, first: 0, count: 3), new UpdateRule(1.0), StepRecord.ForTraining(network, 3));

        double mean = (0.1 + 0.2 + 0.3) / 3.0;
        Assert.NotEqual((0.1 / 3.0) + (0.2 / 3.0) + (0.3 / 3.0), mean);
        Bits.AssertSame(-mean, network.Layers[0].W[0][0]);
    }

    // 0.1 * 0.1 is rounded before it is taken away: a fused product would leave its rounding error, some 1e-19.
    [Fact]
    public void UpdateWeights_AndBiases_RoundTheProductFirst()
    {
        double[][] W = [[0.1 * 0.1]];
        double[] b = [0.1 * 0.1];

        Loops.UpdateWeights(W, [[0.1]], 0.1, W);
        Loops.UpdateBiases(b, [0.1], 0.1, b);

        Bits.AssertSame(0.0, W[0][0]);
        Bits.AssertSame(0.0, b[0]);
    }

    [Fact]
    public void Step_OverABatchWithBiasesThatStay_AddsUpNoBiasGradient()
    {
        Example example = Oracle.Read("sum-batch").Example;
        Example still = example with { Rule = new UpdateRule(0.1) { UpdateBiases = false } };

        StepRecord record = ExampleRun.Records(still)[0];

        Assert.All(record.batch_dL_db[1], gradient => Bits.AssertSame(0.0, gradient));
        Assert.NotEqual(0.0, record.Samples[0].dL_db[1][0]);
    }

    [Fact]
    public void Step_WithTwoGradientsThatOverflow_NamesTheOneThatIsComputedFirst()
    {
        // Forward everything is 0. Backward dL/da3 is -1e200, and dL/da2 and dL/da1 are both infinite: the one of layer 2 comes first.
        Layer shrinks = new([[1e-250]], null, new Identity());
        Layer grows = new([[1e200]], null, new Identity());
        Network network = new([shrinks, grows.Copy(), grows.Copy(), grows.Copy()], new SquaredError());
        Batch batch = new(new SampleList([[1e-100]], [[1.0]]), order: null, first: 0, count: 1);

        NonFiniteException exception = Assert.Throws<NonFiniteException>(
            () => GradientDescent.Step(network, batch, new UpdateRule(0.1), StepRecord.ForTracing(network, 1)));

        Assert.Equal("dL/da2[0]", exception.Element);
    }

    [Fact]
    public void Step_WithAnInputGradientThatOverflows_NamesItAndTrainingIsNotStopped()
    {
        // z1 = 1e200 - 1e200 = 0, L = 1/2 (0 + 1e150)^2 is finite, dL/dz1 = 1e150, and dL/dx = 1e200 * 1e150 is not.
        Network network = new([new Layer([[1e200, -1e200]], null, new Identity())], new SquaredError());
        Batch batch = new(new SampleList([[1.0, 1.0]], [[-1e150]]), order: null, first: 0, count: 1);

        NonFiniteException exception = Assert.Throws<NonFiniteException>(
            () => GradientDescent.Step(network, batch, new UpdateRule(1e-200), StepRecord.ForTracing(network, 1)));

        Assert.Equal("dL/dx[0]", exception.Element);
        GradientDescent.Step(network, batch, new UpdateRule(1e-200), StepRecord.ForTraining(network, 1));
    }

    [Fact]
    public void Step_WithAJacobianThatIsNotFinite_NamesTheWeightedSum()
    {
        Network network = new([new Layer([[1.0]], null, new EndlessSlope())], new SquaredError());
        Batch batch = new(new SampleList([[1.0]], [[0.0]]), order: null, first: 0, count: 1);

        NonFiniteException exception = Assert.Throws<NonFiniteException>(
            () => GradientDescent.Step(network, batch, new UpdateRule(0.1), StepRecord.ForTraining(network, 1)));

        Assert.Equal("dL/dz1[0]", exception.Element);
    }

    [Fact]
    public void Records_OfAnExampleWithATargetThatItsLossDoesNotTake_Throws()
    {
        Network network = new([new Layer([[1.0], [2.0]], null, new Softmax())], new CrossEntropy());
        Example example = new("bad", network, new SampleList([[1.0]], [[0.5, 0.5]]), new UpdateRule(0.1), BatchSize: 1, Steps: 1, Source: null);
        Example bad = example with { Samples = new SampleList([[1.0]], [[0.5, 0.4]]) };

        ArgumentException exception = Assert.Throws<ArgumentException>(() => ExampleRun.Records(bad));

        Assert.Contains("The target of sample 0 does not go with cross-entropy and softmax outputs", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Records_OfAnExampleWithAShortcutThatDoesNotHold_Throws()
    {
        Example example = Mazur.Example() with { Rule = new UpdateRule(0.1) { OutputGradient = OutputGradient.Shortcut } };

        Assert.Throws<ArgumentException>(() => ExampleRun.Records(example));
    }

    [Theory]
    [InlineData(1e308, "z1[0]")]
    [InlineData(1e200, "L")]
    public void Step_WithANumberThatIsNotFinite_NamesItAndLeavesTheNetwork(double weight, string element)
    {
        Network network = new([new Layer([[weight]], [weight], new Identity())], new SquaredError());
        Network before = network.Copy();
        Batch batch = new(new SampleList([[10.0]], [[0.0]]), order: null, first: 0, count: 1);

        NonFiniteException exception = Assert.Throws<NonFiniteException>(
            () => GradientDescent.Step(network, batch, new UpdateRule(0.1), StepRecord.ForTraining(network, 1)));

        Assert.Equal(element, exception.Element);
        Bits.AssertSame(before, network);
    }

    [Fact]
    public void Step_WithABackwardPassThatOverflows_NamesTheGradient()
    {
        // L = 1/2 (3e153)^2 is finite, but dL/da1 = 3e153 * 1e200 is not.
        Layer hidden = new([[3e-47]], null, new Identity());
        Layer output = new([[1e200]], null, new Identity());
        Network network = new([hidden, output], new SquaredError());
        Batch batch = new(new SampleList([[1.0]], [[0.0]]), order: null, first: 0, count: 1);

        NonFiniteException exception = Assert.Throws<NonFiniteException>(
            () => GradientDescent.Step(network, batch, new UpdateRule(0.1), StepRecord.ForTracing(network, 1)));

        Assert.Equal("dL/da1[0]", exception.Element);
    }

    [Fact]
    public void Step_WithTheShortcut_SkipsTheJacobianOfTheOutput()
    {
        Example example = Oracle.Read("shortcut").Example;

        SampleRecord sample = ExampleRun.Records(example)[0].Samples[0];

        Assert.Equal(sample.Output[0] - sample.y[0], sample.dL_dz[2][0]);
        Assert.All(sample.dL_da[2], gradient => Assert.Equal(0.0, gradient));
    }

    private static double WeightAfter(Layer layer, SampleList samples, Reduction reduction)
    {
        Network network = new([layer.Copy()], new SquaredError());
        UpdateRule rule = new(0.1) { Reduction = reduction };
        GradientDescent.Step(network, new Batch(samples, order: null, first: 0, count: 2), rule, StepRecord.ForTraining(network, 2));
        return network.Layers[0].W[0][0];
    }

    private sealed class EndlessSlope : Identity
    {
        public override double Derivative(double z, double a) => double.PositiveInfinity;
    }
}
