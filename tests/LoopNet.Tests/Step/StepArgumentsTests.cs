namespace LoopNet.Tests;

/// <summary>What a step refuses before it computes anything, each with a sentence; the network stays as it was.</summary>
public class StepArgumentsTests
{
    private static readonly UpdateRule Rule = new(0.1);

    [Fact]
    public void Step_WithSamplesOfAnotherLength_IsRefused()
    {
        SampleList samples = new([[1.0]], [[0.0, 1.0]]);

        Assert.Contains("The samples have 1 inputs and 2 targets, the network takes 2 and 2.", Refusal(Softmax(), Of(samples)), StringComparison.Ordinal);
    }

    [Fact]
    public void Step_WithABatchThatNoConstructorMade_IsRefused()
    {
        Assert.Contains("The record has room for 1 to 1 samples, and the batch has 0.", Refusal(Softmax(), default), StringComparison.Ordinal);
    }

    [Fact]
    public void Step_WithARecordOfAnotherNetwork_IsRefused()
    {
        Network network = Softmax();
        StepRecord other = StepRecord.ForTraining(network.Copy(), 1);

        Assert.Contains("The record was made for another network", Refusal(network, Of(Samples(1)), other), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Step_WithARecordOfLessRoom_IsRefused(bool tracing)
    {
        Network network = Softmax();
        StepRecord small = tracing ? StepRecord.ForTracing(network, 2) : StepRecord.ForTraining(network, 2);

        Assert.Contains("The record has room for 1 to 2 samples, and the batch has 3.", Refusal(network, Of(Samples(3)), small), StringComparison.Ordinal);
    }

    [Fact]
    public void Step_WithATracingRecordASecondTime_IsRefused()
    {
        Network network = Softmax();
        StepRecord record = StepRecord.ForTracing(network, 1);
        GradientDescent.Step(network, Of(Samples(1)), Rule, record);

        Assert.Contains("A record for tracing belongs to the one step", Refusal(network, Of(Samples(1)), record), StringComparison.Ordinal);
    }

    [Fact]
    public void Step_WithATargetThatTheLossDoesNotTake_IsRefused()
    {
        SampleList samples = new([[1.0, 2.0]], [[0.5, 0.4]]);

        string sentence = Refusal(Softmax(), Of(samples));

        Assert.Contains("The target (0.5, 0.4) does not go with cross-entropy and softmax outputs, which take numbers of at least 0 that add up to 1.", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Step_WithAShortcutThatDoesNotHold_IsRefused()
    {
        Network network = Mazur.Example().Network.Copy();
        UpdateRule rule = new(0.1) { OutputGradient = OutputGradient.Shortcut };

        ArgumentException exception = Assert.Throws<ArgumentException>(
            () => GradientDescent.Step(network, Of(Mazur.Example().Samples), rule, StepRecord.ForTraining(network, 1)));

        Assert.Contains("The shortcut a - y holds for softmax with cross-entropy and for sigmoid with binary-cross-entropy only.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Step_WithARateButNoLoss_IsRefused()
    {
        Network network = new([new Layer([[1.0]], null, new Identity())], new NoLoss());
        SampleList samples = new([[0.5]], [[]]);

        ArgumentException exception = Assert.Throws<ArgumentException>(
            () => GradientDescent.Step(network, Of(samples), new UpdateRule(0.1), StepRecord.ForTraining(network, 1)));

        Assert.Contains("A network without a loss has no gradient to move its parameters by; leave the learning rate out.", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => BackwardPass.Run(network, OutputGradient.Jacobian, new SampleRecord(network, gradients: true, inputGradient: true)));
    }

    [Fact]
    public void Training_WithoutALossOrARate_IsRefused()
    {
        Network given = new([new Layer([[1.0]], null, new Identity())], new GivenGradient());
        Network squares = new([new Layer([[1.0]], null, new Identity())], new SumOfSquares());
        SampleList samples = new([[0.5]], [[0.25]]);

        Assert.Contains("Training needs a loss", Assert.Throws<ArgumentException>(() => new Training(given, samples, new UpdateRule(0.1))).Message, StringComparison.Ordinal);
        Assert.Contains("Training needs a learning rate", Assert.Throws<ArgumentException>(() => new Training(squares, samples, new UpdateRule())).Message, StringComparison.Ordinal);
        Assert.Contains("Training needs a learning rate", Assert.Throws<ArgumentException>(() => new VectorizedTraining(squares, new VectorizedSamples(samples), new UpdateRule())).Message, StringComparison.Ordinal);
        Assert.Contains("An evaluation compares outputs with targets", Assert.Throws<ArgumentException>(() => Evaluation.Of(given, samples)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Step_WithSomethingMissing_IsRefused()
    {
        Network network = Softmax();
        StepRecord record = StepRecord.ForTraining(network, 1);

        Assert.Throws<ArgumentNullException>(() => GradientDescent.Step(null!, Of(Samples(1)), Rule, record));
        Assert.Throws<ArgumentNullException>(() => GradientDescent.Step(network, Of(Samples(1)), null!, record));
        Assert.Throws<ArgumentNullException>(() => StepRecord.ForTraining(null!, 1));
    }

    [Fact]
    public void Step_WithMoreRoomThanSamples_GivesWhatAFittingRecordGives()
    {
        Network roomy = Softmax();
        Network fitting = Softmax();
        StepRecord large = StepRecord.ForTracing(roomy, 5);
        StepRecord two = StepRecord.ForTracing(fitting, 2);
        GradientDescent.Step(roomy, Of(Samples(2)), Rule, large);
        GradientDescent.Step(fitting, Of(Samples(2)), Rule, two);

        Bits.AssertSame(fitting, roomy);
        Bits.AssertSame(two.batch_dL_dW[1][0], large.batch_dL_dW[1][0]);
        Assert.Equal(2, large.Count);
        Assert.Equal($"2 samples, the last: {large.Samples[1]}", large.ToString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Record_ForNoSample_IsRefused(int samples)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => StepRecord.ForTraining(Softmax(), samples));
        Assert.Throws<ArgumentOutOfRangeException>(() => StepRecord.ForTracing(Softmax(), samples));
    }

    [Fact]
    public void Run_OfAPassWithARecordOfAnotherNetwork_IsRefused()
    {
        Network network = Softmax();
        SampleRecord other = new(network.Copy(), gradients: true, inputGradient: false);

        Assert.Throws<ArgumentException>(() => ForwardPass.Run(network, other));
        Assert.Throws<ArgumentException>(() => BackwardPass.Run(network, OutputGradient.Jacobian, other));
    }

    [Fact]
    public void Run_OfABackwardPassWithoutRoomForGradients_IsRefused()
    {
        Network network = Softmax();
        SampleRecord sample = new(network, gradients: false, inputGradient: false);
        sample.y[0] = 1.0;
        ForwardPass.Run(network, sample);

        ArgumentException exception = Assert.Throws<ArgumentException>(() => BackwardPass.Run(network, OutputGradient.Jacobian, sample));

        Assert.Contains("without room for gradients", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void UpdateRule_WithAWordThatIsNone_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new UpdateRule(0.1) { Reduction = (Reduction)7 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new UpdateRule(0.1) { OutputGradient = (OutputGradient)7 });
        Assert.Throws<ArgumentException>(() => BackwardPass.Run(Softmax(), (OutputGradient)7, new SampleRecord(Softmax(), gradients: true, inputGradient: false)));
    }

    private static string Refusal(Network network, Batch batch, StepRecord? record = null)
    {
        Network before = network.Copy();
        ArgumentException exception = Assert.Throws<ArgumentException>(
            () => GradientDescent.Step(network, batch, Rule, record ?? StepRecord.ForTraining(network, 1)));
        Bits.AssertSame(before, network);
        return exception.Message;
    }

    private static Network Softmax() => new([new Layer([[1.0, -1.0], [0.5, 2.0]], [0.0, 0.1], new Softmax())], new CrossEntropy());

    private static SampleList Samples(int count)
    {
        return new([.. Enumerable.Range(0, count).Select(s => new double[] { s, 1.0 })], [.. Enumerable.Range(0, count).Select(_ => new double[] { 1.0, 0.0 })]);
    }

    private static Batch Of(SampleList samples) => new(samples, order: null, first: 0, samples.Count);
}
