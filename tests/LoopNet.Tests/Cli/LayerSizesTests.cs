using LoopNet.Cli;

namespace LoopNet.Tests.Cli;

public class LayerSizesTests
{
    [Theory]
    [InlineData("784,32,32,10")]
    [InlineData("784-32-32-10")]
    [InlineData("784x32x32x10")]
    [InlineData("784, 32, 32, 10")]
    public void Parse_AnySeparator_GivesTheSizes(string text)
    {
        Assert.Equal([784, 32, 32, 10], LayerSizes.Parse(text));
    }

    [Fact]
    public void Parse_NoHiddenLayer_GivesTwoSizes()
    {
        Assert.Equal([784, 10], LayerSizes.Parse("784,10"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("784")]
    [InlineData("784,,10")]
    [InlineData("784,+5,10")]
    [InlineData("784,1e2,10")]
    [InlineData("784,99999999999,10")]
    [InlineData("10,784")]
    public void Parse_AnythingElse_IsRefused(string text)
    {
        Assert.Throws<UsageException>(() => LayerSizes.Parse(text));
    }

    [Fact]
    public void MemoryNeed_OfAWideLayer_IsMostlyItsJacobian()
    {
        double needed = MemoryNeed.OfTraining([784, 100_000, 10]);

        Assert.InRange(needed, 8e10, 8.3e10);
        Assert.Throws<UsageException>(() => MemoryNeed.Check([784, 100_000, 10], available: 80_000_000_000));
        MemoryNeed.Check([784, 100_000, 10], available: 83_000_000_000);
    }
}
