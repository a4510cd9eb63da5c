using LoopNet.Cli;

namespace LoopNet.Tests.Cli;

public class EndLabelsTests
{
    // A label has two lines of type, of which a plot is at least twelve high.
    private const double Label = 2.2;

    [Theory]
    [InlineData(12.0)]
    [InlineData(20.0)]
    [InlineData(60.0)]
    public void Distances_OfEveryPairOfEnds_KeepLabelsApartAndInThePlot(double lines)
    {
        double[] places = [.. Enumerable.Range(0, 51).Select(step => step / 50.0)];
        foreach (double first in places)
        {
            foreach (double second in places)
            {
                double[] distances = EndLabels.Distances([first, second]);

                double firstMiddle = ((1.0 - first) * lines) + distances[0];
                double secondMiddle = ((1.0 - second) * lines) + distances[1];
                Assert.True(Math.Abs(firstMiddle - secondMiddle) >= Label, $"{first} and {second}: {firstMiddle} and {secondMiddle}");
                Assert.True(first == second || first > second == firstMiddle < secondMiddle, $"{first} and {second} are the other way round");
                Assert.InRange(firstMiddle, (Label / 2.0) - 1e-9, lines - (Label / 2.0) + 1e-9);
                Assert.InRange(secondMiddle, (Label / 2.0) - 1e-9, lines - (Label / 2.0) + 1e-9);
            }
        }
    }

    [Fact]
    public void Distances_OfEndsThatAreFarFromAllElse_AreZero()
    {
        Assert.Equal([0.0, 0.0], EndLabels.Distances([0.75, 0.25]));
    }
}
