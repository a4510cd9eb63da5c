namespace LoopNet.Tests;

public class InitializationTests
{
    private static readonly Activation[] Activations = [new Sigmoid(), new Sigmoid(), new Softmax()];

    [Fact]
    public void Scaled_OfTheSameSeed_GivesTheSameBits()
    {
        Bits.AssertSame(Document000(seed: 7), Document000(seed: 7));
    }

    [Fact]
    public void Scaled_OfAnotherSeed_GivesOtherWeights()
    {
        Assert.NotEqual(Document000(seed: 7).Layers[0].W[0][0], Document000(seed: 8).Layers[0].W[0][0]);
    }

    // 25,088 draws: their mean is within 5 standard errors of 0, and their spread within 5 of 1/sqrt(784) = 1/28.
    [Fact]
    public void Scaled_OverTheFirstLayer_HasMeanZeroAndDeviationOneOverTheRootOfItsInputs()
    {
        double[] weights = [.. Document000(seed: 1).Layers[0].W.SelectMany(row => row)];

        double mean = weights.Average();
        double deviation = Math.Sqrt(weights.Average(weight => (weight - mean) * (weight - mean)));
        double standardError = 1.0 / 28.0 / Math.Sqrt(weights.Length);
        Assert.InRange(mean, -5.0 * standardError, 5.0 * standardError);
        Assert.InRange(deviation, (1.0 / 28.0) - (5.0 * standardError), (1.0 / 28.0) + (5.0 * standardError));
    }

    [Fact]
    public void Scaled_WithAndWithoutBiases_HasZerosOrNone()
    {
        Assert.All(Document000(seed: 1).Layers, layer => Assert.All(layer.b!, bias => Bits.AssertSame(0.0, bias)));

        Network without = Initialization.Scaled([3, 2], [new Sigmoid()], new SquaredError(), seed: 1, biases: false);
        Assert.Null(without.Layers[0].b);
    }

    [Fact]
    public void Scaled_WithTooFewActivations_Throws()
    {
        Assert.Throws<ArgumentException>(() => Initialization.Scaled([3, 2, 2], [new Sigmoid()], new SquaredError(), seed: 1));
    }

    private static Network Document000(long seed)
    {
        return Initialization.Scaled([784, 32, 32, 10], Activations, new CrossEntropy(), seed);
    }
}
