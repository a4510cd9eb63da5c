using LoopNet.Data;

namespace LoopNet.Tests.Data;

public class ShippedExamplesTests
{
    private const int DigitOfFullSize = 9;

    [Fact]
    public void Names_OfTheFolder_AreEleven()
    {
        Assert.Equal(["dead-relu", "forward-only", "full-size", "given-gradient", "leaky-relu", "linear", "mazur", "relu-homework", "sum-of-outputs", "tiny", "xor-batch"], ShippedExamples.Names);
    }

    [Theory]
    [MemberData(nameof(ShippedExamples.All), MemberType = typeof(ShippedExamples))]
    public void Read_OfAShippedExample_HasTheNameOfItsFileAndRuns(string name)
    {
        Example example = ShippedExamples.Read(name);

        Assert.Equal(name, example.Name);
        Assert.Equal(example.Steps, ExampleRun.Records(example).Length);
    }

    [Theory]
    [InlineData("dead-relu", "2-2-3, relu, softmax, cross-entropy", 1, 1)]
    [InlineData("forward-only", "2-3-2, relu, softmax, no loss", 2, 1)]
    [InlineData("given-gradient", "2-2-2, sigmoid, tanh, given gradient", 2, 1)]
    [InlineData("leaky-relu", "2-2-2, leaky-relu, leaky-relu, sum-of-squares", 1, 2)]
    [InlineData("sum-of-outputs", "3-2-1, tanh, identity, sum", 1, 1)]
    [InlineData("full-size", "784-32-32-10, sigmoid, sigmoid, softmax, cross-entropy", 1, 1)]
    [InlineData("linear", "2-2-1, identity, identity, squared-error", 1, 2)]
    [InlineData("mazur", "2-2-2, sigmoid, sigmoid, squared-error", 1, 2)]
    [InlineData("relu-homework", "2-2-1, relu, relu, squared-error", 1, 2)]
    [InlineData("tiny", "3-2-2-2, sigmoid, sigmoid, softmax, cross-entropy", 1, 1)]
    [InlineData("xor-batch", "2-2-1, tanh, sigmoid, binary-cross-entropy", 4, 1)]
    public void Read_OfAShippedExample_HasItsNetworkBatchAndSteps(string name, string network, int batchSize, int steps)
    {
        Example example = ShippedExamples.Read(name);

        Assert.Equal(network, example.Network.ToString());
        Assert.Equal(batchSize, example.BatchSize);
        Assert.Equal(steps, example.Steps);
    }

    [Theory]
    [InlineData("dead-relu", true)]
    [InlineData("full-size", false)]
    [InlineData("linear", true)]
    [InlineData("mazur", true)]
    [InlineData("relu-homework", true)]
    [InlineData("tiny", false)]
    [InlineData("xor-batch", false)]
    public void Read_OfAShippedExample_HasASourceWherePublished(string name, bool published)
    {
        Assert.Equal(published, ShippedExamples.Read(name).Source is not null);
    }

    // The example is only as instructive as its cases: signs of both kinds everywhere, and an input that is 0.
    [Fact]
    public void Tiny_InItsStep_ShowsBothSignsAndAZero()
    {
        SampleRecord sample = ExampleRun.Records(ShippedExamples.Read("tiny"))[0].Samples[0];

        Assert.Equal([1.0, 0.0, -0.5], sample.x);
        Assert.True(sample.Output[0] > sample.Output[1] && sample.y[1] == 1.0, "The network rates the target lower.");
        for (int l = 1; l <= 3; l++)
        {
            Assert.Contains(sample.dL_dz[l], gradient => gradient < 0.0);
            Assert.Contains(sample.dL_dz[l], gradient => gradient > 0.0);
        }

        Assert.All(sample.dL_dW[1], row => Assert.Equal(0.0, row[1]));
        Assert.NotEqual(0.0, sample.dL_da[0][1]);
    }

    [Fact]
    public void DeadRelu_InItsStep_HasAUnitThatLearnsNothing()
    {
        StepRecord record = ExampleRun.Records(ShippedExamples.Read("dead-relu"))[0];

        Assert.True(record.Samples[0].z[1][1] < 0.0);
        Bits.AssertSame(0.0, record.Samples[0].dL_dz[1][1]);
        Bits.AssertSame(record.W[1][1], record.W_new[1][1]);
    }

    [Fact]
    public void FullSize_Parameters_AreThoseOfSeedOneToFourDecimals()
    {
        Network network = ShippedExamples.Read("full-size").Network;

        Activation[] activations = [new Sigmoid(), new Sigmoid(), new Softmax()];
        Network drawn = Initialization.Draw([784, 32, 32, 10], activations, new CrossEntropy(), seed: 1);
        for (int index = 0; index < drawn.Layers.Length; index++)
        {
            Assert.Equal(drawn.Layers[index].W.Select(Rounded), network.Layers[index].W);
            Assert.Equal(drawn.Layers[index].b, network.Layers[index].b);
        }
    }

    [Fact]
    public void FullSize_Sample_IsADrawnDigitToFourDecimals()
    {
        SampleList samples = ShippedExamples.Read("full-size").Samples;
        double[] x = new double[DigitSet.PixelCount];
        double[] y = new double[DigitSet.ClassCount];
        samples.Read(0, x, y);

        double[] drawnX = new double[DigitSet.PixelCount];
        double[] drawnY = new double[DigitSet.ClassCount];
        DrawnDigits.Training(seed: 1, DigitOfFullSize + 1).Read(DigitOfFullSize, drawnX, drawnY);
        Assert.Equal(1, samples.Count);
        Assert.Equal(Rounded(drawnX), x);
        Assert.Equal(drawnY, y);
        Assert.Equal(1.0, y[3]);
    }

    [Fact]
    public void FullSize_File_HasOneRowOfWeightsPerLine()
    {
        string[] lines = File.ReadAllLines(ShippedExamples.PathOf("full-size"));

        int rows = lines.Count(line => line.Trim().TrimEnd(',').Split(',').Length is 784 or 32 && line.Trim().StartsWith('['));
        Assert.Equal(32 + 32 + 10, rows);
    }

    private static double[] Rounded(double[] numbers) => [.. numbers.Select(number => Math.Round(number, 4))];
}
