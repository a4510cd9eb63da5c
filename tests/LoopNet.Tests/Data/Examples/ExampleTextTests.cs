using LoopNet.Data;

namespace LoopNet.Tests.Data;

public class ExampleTextTests
{
    public static TheoryData<string> Examples => [.. LoopNet.Cli.ShippedExamples.Names()];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Write_OfAShippedExample_ReadsBackToTheSame(string name)
    {
        Example example = ExampleFile.Read(LoopNet.Cli.ShippedExamples.PathOf(name)!);

        foreach (bool isExplained in new[] { false, true })
        {
            Example read = ExampleFile.Parse(ExampleText.Write(example, ["A line.", "Another."], isExplained), "read");

            Assert.Equal(example.Name, read.Name);
            Assert.Equal($"{example.Network}", $"{read.Network}");
            Assert.Equal(example.Rule, read.Rule);
            Assert.Equal((Math.Min(example.BatchSize, example.Samples.Count), example.Steps, example.Source), (read.BatchSize, read.Steps, read.Source));
            foreach ((Layer one, Layer other) in example.Network.Layers.Zip(read.Network.Layers))
            {
                Assert.Equal(one.W, other.W);
                Assert.Equal(one.b, other.b);
                Assert.Equal((one.Activation as LeakyRelu)?.Slope, (other.Activation as LeakyRelu)?.Slope);
            }

            AssertSameSamples(example, read);
        }
    }

    [Fact]
    public void Write_OfAHeadWithALineEnd_IsRefused()
    {
        Example example = ExampleFile.Read(LoopNet.Cli.ShippedExamples.PathOf("tiny")!);

        Assert.Throws<ArgumentException>(() => ExampleText.Write(example, ["one\n\"steps\": 7"]));
    }

    private static void AssertSameSamples(Example one, Example other)
    {
        Assert.Equal(one.Samples.Count, other.Samples.Count);
        for (int index = 0; index < one.Samples.Count; index++)
        {
            (double[] x, double[] y) = (new double[one.Samples.InputSize], new double[one.Samples.TargetSize]);
            (double[] sameX, double[] sameY) = (new double[other.Samples.InputSize], new double[other.Samples.TargetSize]);
            one.Samples.Read(index, x, y);
            other.Samples.Read(index, sameX, sameY);
            Assert.Equal(x, sameX);
            Assert.Equal(y, sameY);
        }
    }
}
