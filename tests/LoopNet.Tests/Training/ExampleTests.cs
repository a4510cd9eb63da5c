namespace LoopNet.Tests;

/// <summary>An example made in code keeps the rules of one read from a file.</summary>
public class ExampleTests
{
    [Theory]
    [InlineData("../evil")]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a b")]
    [InlineData("a.b")]
    public void Name_ThatCannotNameAFile_IsRefused(string name)
    {
        Assert.Throws<ArgumentException>(() => Of(name));
        Assert.Throws<ArgumentException>(() => Mazur.Example() with { Name = name });
    }

    [Fact]
    public void Name_OfSixtyFourLetters_IsTheLongest()
    {
        Assert.Equal(64, Of(new string('x', 64)).Name.Length);
        Assert.Throws<ArgumentException>(() => Of(new string('x', 65)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void BatchSizeAndSteps_OfLessThanOne_AreRefused(int number)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Of("x", batchSize: number));
        Assert.Throws<ArgumentOutOfRangeException>(() => Of("x", steps: number));
        Assert.Throws<ArgumentOutOfRangeException>(() => Mazur.Example() with { BatchSize = number });
        Assert.Throws<ArgumentOutOfRangeException>(() => Mazur.Example() with { Steps = number });
        Assert.Throws<ArgumentOutOfRangeException>(() => ExampleRun.BatchOf(Mazur.Example(), number));
    }

    [Fact]
    public void Steps_OfOneMoreThanTheMost_AreRefused()
    {
        Assert.Equal(Example.MostSteps, Of("x", steps: Example.MostSteps).Steps);
        Assert.Throws<ArgumentOutOfRangeException>(() => Of("x", steps: Example.MostSteps + 1));
    }

    [Theory]
    [InlineData(new[] { 1.0, 2.0, 3.0 }, new[] { 0.0, 1.0 })]
    [InlineData(new[] { 1.0, 2.0 }, new[] { 1.0 })]
    [InlineData(new[] { 1.0, 2.0 }, new[] { 0.0, 0.5, 0.5 })]
    public void Samples_ThatDoNotFitTheNetwork_AreRefused(double[] input, double[] target)
    {
        Example mazur = Mazur.Example();
        SampleList samples = new([input], [target]);

        Assert.Throws<ArgumentException>(() => new Example("x", mazur.Network, samples, mazur.Rule, BatchSize: 1, Steps: 1, Source: null));
        Assert.Throws<ArgumentException>(() => ExampleRun.Records(mazur with { Samples = samples }));
    }

    [Fact]
    public void Example_WithoutOneOfItsParts_IsRefused()
    {
        Example mazur = Mazur.Example();

        Assert.Throws<ArgumentNullException>(() => new Example("x", null!, mazur.Samples, mazur.Rule, BatchSize: 1, Steps: 1, Source: null));
        Assert.Throws<ArgumentNullException>(() => new Example("x", mazur.Network, null!, mazur.Rule, BatchSize: 1, Steps: 1, Source: null));
        Assert.Throws<ArgumentNullException>(() => new Example("x", mazur.Network, mazur.Samples, null!, BatchSize: 1, Steps: 1, Source: null));
        Assert.Throws<ArgumentNullException>(() => Of(null!));
    }

    private static Example Of(string name, int batchSize = 1, int steps = 1)
    {
        Example mazur = Mazur.Example();
        return new Example(name, mazur.Network, mazur.Samples, mazur.Rule, batchSize, steps, Source: null);
    }
}
