namespace LoopNet.Tests;

public class InitializationTests
{
    private static readonly Activation[] Activations = [new Sigmoid(), new Sigmoid(), new Softmax()];

    [Fact]
    public void Draw_OfTheSameSeed_GivesTheSameBits()
    {
        Bits.AssertSame(Document000(seed: 7), Document000(seed: 7));
    }

    [Fact]
    public void Draw_OfAnotherSeed_GivesOtherWeights()
    {
        Assert.NotEqual(Document000(seed: 7).Layers[0].W[0][0], Document000(seed: 8).Layers[0].W[0][0]);
    }

    // 25,088 draws: their mean is within 5 standard errors of 0, and their spread within 5 of 1/sqrt(784) = 1/28.
    [Fact]
    public void Draw_OverTheFirstLayer_HasMeanZeroAndDeviationOneOverTheRootOfItsInputs()
    {
        double[] weights = [.. Document000(seed: 1).Layers[0].W.SelectMany(row => row)];

        double mean = weights.Average();
        double deviation = Math.Sqrt(weights.Average(weight => (weight - mean) * (weight - mean)));
        double standardError = 1.0 / 28.0 / Math.Sqrt(weights.Length);
        Assert.InRange(mean, -5.0 * standardError, 5.0 * standardError);
        Assert.InRange(deviation, (1.0 / 28.0) - (5.0 * standardError), (1.0 / 28.0) + (5.0 * standardError));
    }

    [Fact]
    public void Draw_WithAndWithoutBiases_HasZerosOrNone()
    {
        Assert.All(Document000(seed: 1).Layers, layer => Assert.All(layer.b!, bias => Bits.AssertSame(0.0, bias)));

        Network without = Initialization.Draw([3, 2], [new Sigmoid()], new SquaredError(), seed: 1, biases: false);
        Assert.Null(without.Layers[0].b);
    }

    // Over 25,088 draws the standard error of a deviation is 0.45 %; of a uniform's bounds, far less.
    [Theory]
    [InlineData(InitialWeights.Scaled, 0.03571)]
    [InlineData(InitialWeights.He, 0.05051)]
    [InlineData(InitialWeights.Uniform, 0.28868)]
    [InlineData(InitialWeights.Small, 0.01)]
    [InlineData(InitialWeights.Normal, 1.0)]
    [InlineData(InitialWeights.Zero, 0.0)]
    public void Draw_InEachWay_HasItsDeviation(InitialWeights weights, double deviation)
    {
        Network network = Initialization.Draw([784, 32, 10], [new Relu(), new Softmax()], new CrossEntropy(), seed: 3, weights);

        double measured = Math.Sqrt(network.Layers[0].W.SelectMany(row => row).Average(weight => weight * weight));
        Assert.InRange(measured, deviation * 0.977, deviation * 1.023);
    }

    [Fact]
    public void Draw_Uniformly_StaysBetweenMinusAndPlusOneHalf()
    {
        Network network = Initialization.Draw([784, 32, 10], [new Relu(), new Softmax()], new CrossEntropy(), seed: 3, InitialWeights.Uniform);

        Assert.All(network.Layers[0].W.SelectMany(row => row), weight => Assert.InRange(weight, -0.5, 0.5));
    }

    // The numbers come from seeded_random.py.
    [Theory]
    [InlineData(InitialWeights.Scaled, new[] { -0.34600083674736176, -0.019544452230025273, -0.0776234623606165 })]
    [InlineData(InitialWeights.He, new[] { -0.4893190759205582, -0.027640029412854827, -0.10977615322874133 })]
    [InlineData(InitialWeights.Uniform, new[] { -0.030499812449238384, 0.0776361531475881, -0.0251869952680851 })]
    [InlineData(InitialWeights.Small, new[] { -0.009786381518411163, -0.0005528005882570966, -0.002195523064574827 })]
    public void Draw_InEachWay_BeginsWithTheNumbersOfTheSecondImplementation(InitialWeights weights, double[] expected)
    {
        Network network = Initialization.Draw([8, 1], [new Sigmoid()], new SquaredError(), seed: 3, weights);

        for (int k = 0; k < expected.Length; k++)
        {
            Bits.AssertSame(expected[k], network.Layers[0].W[0][k]);
        }
    }

    [Fact]
    public void Draw_WithTooFewActivations_Throws()
    {
        Assert.Throws<ArgumentException>(() => Initialization.Draw([3, 2, 2], [new Sigmoid()], new SquaredError(), seed: 1));
        Assert.Throws<ArgumentException>(() => Initialization.Draw([3], [], new SquaredError(), seed: 1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void Draw_OfASizeThatIsNone_SaysWhich(int size)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(
            () => Initialization.Draw([3, size, 2], [new Sigmoid(), new Sigmoid()], new SquaredError(), seed: 1));

        Assert.Contains($"size 1 is {size}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_InAWayThatIsNone_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Initialization.Draw([3, 2], [new Sigmoid()], new SquaredError(), seed: 1, (InitialWeights)9));
    }

    private static Network Document000(long seed)
    {
        return Initialization.Draw([784, 32, 32, 10], Activations, new CrossEntropy(), seed);
    }
}
