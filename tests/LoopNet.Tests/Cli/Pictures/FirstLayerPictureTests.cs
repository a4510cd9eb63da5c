using System.Globalization;
using System.Xml.Linq;
using LoopNet.Cli;

namespace LoopNet.Tests.Cli;

public class FirstLayerPictureTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(10)]
    [InlineData(72)]
    [InlineData(300)]
    public void Svg_OfAnyNumberOfUnits_HasOneImageEachInsideThePicture(int count)
    {
        Drawn drawn = Drawn.Of(FirstLayerPicture.Svg("title", Units(count)));

        XElement[] units = drawn.All("g", "unit");
        Assert.Equal(count, units.Select(unit => (string)unit.Attribute("transform")!).Distinct().Count());
        IEnumerable<string> names = units.Select(unit => unit.Element(SvgWriter.Namespace + "text")!.Value);
        Assert.Equal(Enumerable.Range(0, count).Select(unit => $"unit {unit}"), names);
        Assert.All(units, unit => Assert.Single(unit.Elements(), element => Drawn.Classes(element).Contains("pixels")));
        foreach (XElement unit in units)
        {
            string[] place = ((string)unit.Attribute("transform")!).Split('(', ' ', ')');
            Assert.InRange(double.Parse(place[1], CultureInfo.InvariantCulture) + 112.0, 112.0, drawn.Width);
            Assert.InRange(double.Parse(place[2], CultureInfo.InvariantCulture) + 132.0, 132.0, drawn.Height);
        }
    }

    [Fact]
    public void Svg_Weights_HaveOneSymmetricScaleForAllUnits()
    {
        // From -0.5 to 0.5, and the second unit half of it, with the other sign.
        double[] first = [.. Enumerable.Range(0, 784).Select(pixel => (pixel / 783.0) - 0.5)];
        double[] second = [.. first.Select(weight => -weight / 2.0)];

        Drawn drawn = Drawn.Of(FirstLayerPicture.Svg("title", [first, second]));

        XElement[] images = drawn.All("g", "pixels");
        double[] one = PixelRuns.Read(images[0]);
        double[] two = PixelRuns.Read(images[1]);
        double reach = 0.4975;

        // Half of one of the 16 shades, the part of the weights that shares the fullest one, and the rounding of the opacity.
        Assert.All(first.Zip(one), pair => Assert.Equal(Math.Clamp(pair.First / reach, -1.0, 1.0), pair.Second, 0.04));
        Assert.All(second.Zip(two), pair => Assert.Equal(pair.First / reach, pair.Second, 0.04));
        Assert.Equal(-1.0, one[0]);
        Assert.Equal(1.0, one[783]);
        Assert.Equal(one[..300], one.Reverse().Take(300).Select(weight => -weight));
    }

    [Fact]
    public void Svg_Legend_SaysWhatTheFullestColoursStandFor()
    {
        double[] weights = new double[784];
        weights[100] = -0.25;

        double[] steps = [.. Enumerable.Range(0, 784).Select(pixel => pixel % 2 == 0 ? 0.125 : -0.125)];

        Drawn even = Drawn.Of(FirstLayerPicture.Svg("title", [steps]));
        Drawn single = Drawn.Of(FirstLayerPicture.Svg("title", [weights]));
        weights.AsSpan(200, 400).Fill(0.05);
        Drawn cut = Drawn.Of(FirstLayerPicture.Svg("title", [weights]));

        Assert.Equal(["−0.125", "0", "0.125"], even.Texts("scale-label"));
        Assert.Equal(["−0.25", "0", "0.25"], single.Texts("scale-label"));
        Assert.Equal(["−0.05 or less", "0", "0.05 or more"], cut.Texts("scale-label"));
        Assert.Equal("1 unit, each with its weights from the 28 x 28 pixels; the largest is 0.25 in size.", cut.Description);
        Assert.Equal(33, cut.All("path", "swatch").Length);
    }

    [Fact]
    public void Svg_WeightsOfZero_AreBarePaper()
    {
        Drawn drawn = Drawn.Of(FirstLayerPicture.Svg("title", [new double[784], new double[784]]));

        Assert.All(drawn.All("g", "pixels"), image => Assert.Empty(image.Elements()));
        Assert.Equal(["0", "0", "0"], drawn.Texts("scale-label"));
    }

    [Fact]
    public void Svg_TheSameWeights_GiveTheSameBytesOfReasonableNumber()
    {
        string svg = FirstLayerPicture.Svg("title", Units(72));

        Assert.Equal(svg, FirstLayerPicture.Svg("title", Units(72)));
        Assert.InRange(svg.Length, 10_000, 700_000);
    }

    private static double[][] Units(int count)
    {
        SeededRandom random = new(1, "units of a test");
        double[] Unit() => [.. Enumerable.Range(0, 784).Select(_ => (random.NextIndex(2001) - 1000) / 1000.0)];
        return [.. Enumerable.Range(0, count).Select(_ => Unit())];
    }
}
