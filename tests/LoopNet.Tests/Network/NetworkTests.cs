namespace LoopNet.Tests;

public class NetworkTests
{
    [Fact]
    public void Layer_OfGivenArrays_CopiesThemAndTurnsNegativeZeroIntoZero()
    {
        double[][] weights = [[-0.0, 1.0]];
        Layer layer = new(weights, [-0.0], new Sigmoid());
        weights[0][1] = 9.0;

        Bits.AssertSame([0.0, 1.0], layer.W[0]);
        Bits.AssertSame([0.0], layer.b!);
    }

    [Fact]
    public void Layer_OfRowsOfDifferentLength_Throws()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => new Layer([[1.0, 2.0], [3.0]], null, new Relu()));

        Assert.Contains("Row 1 of the weights has 1 numbers, row 0 has 2.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Layer_WithAMissingRow_SaysWhich()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => new Layer([[1.0], null!], null, new Relu()));

        Assert.Contains("Row 1 of the weights is missing.", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Layer([null!, [1.0]], null, new Relu()));
        Assert.Throws<ArgumentException>(() => new Layer([], null, new Relu()));
        Assert.Throws<ArgumentException>(() => new Layer([[]], null, new Relu()));
    }

    [Fact]
    public void Layer_WithTooManyBiases_Throws()
    {
        Assert.Throws<ArgumentException>(() => new Layer([[1.0]], [1.0, 2.0], new Relu()));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void Layer_WithANumberThatIsNotFinite_Throws(double number)
    {
        Assert.Throws<ArgumentException>(() => new Layer([[number]], null, new Relu()));
    }

    [Fact]
    public void Network_OfLayersThatDoNotFit_Throws()
    {
        Layer first = new([[1.0], [1.0]], null, new Relu());
        Layer second = new([[1.0, 1.0, 1.0]], null, new Relu());

        ArgumentException exception = Assert.Throws<ArgumentException>(() => new Network([first, second], new SquaredError()));

        Assert.Contains("Layer 2 takes 3 inputs, but layer 1 has 2 units.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Network_WithALossThatDoesNotFitItsOutput_Throws()
    {
        Layer layer = new([[1.0]], null, new Relu());

        Assert.Throws<ArgumentException>(() => new Network([layer], new CrossEntropy()));
    }

    [Fact]
    public void Network_WithALayerThatIsMissing_SaysWhich()
    {
        Layer layer = new([[1.0]], null, new Relu());

        Assert.Contains("Layer 2 is missing.", Assert.Throws<ArgumentException>(() => new Network([layer, null!], new SquaredError())).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Network([], new SquaredError()));
    }

    // Both would move with every update of either.
    [Fact]
    public void Network_WithOneLayerTwice_IsRefused()
    {
        Layer layer = new([[1.0]], null, new Relu());

        ArgumentException exception = Assert.Throws<ArgumentException>(() => new Network([layer, layer.Copy(), layer], new SquaredError()));

        Assert.Contains("Layer 3 stands in the network already", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Network_OfAnArrayOfLayers_KeepsThemWhateverBecomesOfTheArray()
    {
        Layer[] layers = [new Layer([[1.0]], null, new Relu())];
        Network network = new(layers, new SquaredError());
        layers[0] = new Layer([[1.0, 2.0]], null, new Relu());

        Assert.Equal(1, network.InputSize);
    }

    [Fact]
    public void ToString_OfANetwork_IsOneLine()
    {
        Network network = Initialization.Draw([784, 32, 10], [new Sigmoid(), new Softmax()], new CrossEntropy(), seed: 1);

        Assert.Equal("784-32-10, sigmoid, softmax, cross-entropy", network.ToString());
        Assert.Equal("784 -> 32, sigmoid", network.Layers[0].ToString());
    }

    [Fact]
    public void SampleList_WithANegativeZero_ReadsZero()
    {
        SampleList samples = new([[-0.0]], [[-0.0]]);
        double[] x = [1.0];
        double[] y = [1.0];

        samples.Read(0, x, y);

        Bits.AssertSame([0.0], x);
        Bits.AssertSame([0.0], y);
    }

    [Fact]
    public void SampleList_OfSamplesOfDifferentLength_Throws()
    {
        Assert.Throws<ArgumentException>(() => new SampleList([[1.0], [1.0, 2.0]], [[1.0], [1.0]]));
        Assert.Throws<ArgumentException>(() => new SampleList([[1.0], [1.0]], [[1.0], [1.0, 2.0]]));
        Assert.Throws<ArgumentException>(() => new SampleList([[1.0], [1.0]], [[1.0]]));
        Assert.Throws<ArgumentException>(() => new SampleList([], []));
    }

    [Fact]
    public void SampleList_WithAMissingInputOrTarget_SaysWhich()
    {
        ArgumentException input = Assert.Throws<ArgumentException>(() => new SampleList([[1.0], null!], [[1.0], [1.0]]));
        ArgumentException target = Assert.Throws<ArgumentException>(() => new SampleList([[1.0]], [null!]));

        Assert.Contains("The input of sample 1 is missing.", input.Message, StringComparison.Ordinal);
        Assert.Contains("The target of sample 0 is missing.", target.Message, StringComparison.Ordinal);
    }

    // The outputs as they were published, and the bits of the forward pass.
    [Fact]
    public void Predict_OfAnInput_GivesTheOutputsOfTheForwardPass()
    {
        Example example = Data.ShippedExamples.Read("mazur");
        SampleRecord sample = new(example.Network, gradients: false, inputGradient: false);
        example.Samples.Read(0, sample.x, sample.y);
        ForwardPass.Run(example.Network, sample);

        double[] x = [0.05, 0.1];
        double[] outputs = example.Network.Predict(x);

        Assert.Equal([0.751365070, 0.772928465], outputs.Select(output => Math.Round(output, 9)));
        Bits.AssertSame(sample.Output, outputs);
        Assert.Equal([0.05, 0.1], x);
        Assert.NotSame(outputs, example.Network.Predict(x));
    }

    [Fact]
    public void Predict_OfWhatIsNoInput_SaysWhy()
    {
        Network network = Data.ShippedExamples.Read("mazur").Network;

        Assert.Contains("takes 2 inputs, not 3", Assert.Throws<ArgumentException>(() => network.Predict([1.0, 2.0, 3.0])).Message, StringComparison.Ordinal);
        Assert.Contains("has to be finite", Assert.Throws<ArgumentException>(() => network.Predict([1.0, double.NaN])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => network.Predict(null!));
    }

    [Fact]
    public void Network_OfGivenLayers_SharesThemAndCopySharesNothing()
    {
        Layer[] layers = [new Layer([[1.0]], null, new Identity())];
        Network network = new(layers, new SquaredError());
        Network copy = network.Copy();
        layers[0].W[0][0] = 3.0;
        Layer given = layers[0];
        layers[0] = new Layer([[9.0]], null, new Identity());

        Assert.Same(given, network.Layers[0]);
        Assert.Equal([3.0], network.Predict([1.0]));
        Assert.Equal([1.0], copy.Predict([1.0]));
    }
}
