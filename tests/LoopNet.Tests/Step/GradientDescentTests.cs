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
                Batch batch = new(example.Samples, Order: null, First: 0, Count: 2);
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

    [Theory]
    [InlineData(1e308, "z1[0]")]
    [InlineData(1e200, "L")]
    public void Step_WithANumberThatIsNotFinite_NamesItAndLeavesTheNetwork(double weight, string element)
    {
        Network network = new([new Layer([[weight]], [weight], new Identity())], new SquaredError());
        Network before = network.Copy();
        Batch batch = new(new SampleList([[10.0]], [[0.0]]), Order: null, First: 0, Count: 1);

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
        Batch batch = new(new SampleList([[1.0]], [[0.0]]), Order: null, First: 0, Count: 1);

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
        GradientDescent.Step(network, new Batch(samples, Order: null, First: 0, Count: 2), rule, StepRecord.ForTraining(network, 2));
        return network.Layers[0].W[0][0];
    }
}
