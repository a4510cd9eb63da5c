using System.Globalization;
using System.Xml.Linq;
using LoopNet.Cli;
using LoopNet.Data;

namespace LoopNet.Tests.Cli;

public class PredictionSheetTests
{
    [Fact]
    public void Svg_OfThreeDigits_ShowsEachWithItsTargetAndItsAnswer()
    {
        Drawn drawn = Drawn.Of(PredictionSheet.Svg("a network: digits 5 to 7", [Answer(5, 3, 3), Answer(6, 4, 9), Answer(7, 0, 0)]));

        Assert.Equal(3, drawn.All("g", "tile").Length);
        Assert.Equal(["digit 5", "digit 6", "digit 7"], drawn.All("text", "soft", "small").Select(text => text.Value));
        Assert.Equal(["target 3, predicted 3", "target 4, predicted 9", "target 0, predicted 0"], drawn.Texts("answer"));
        Assert.Equal("2 of 3 right; wrong: digit 6 (a 4, taken for a 9).", drawn.Description);
    }

    [Fact]
    public void Svg_WrongAnswer_IsMarkedByWordSignAndFrame()
    {
        Drawn drawn = Drawn.Of(PredictionSheet.Svg("title", [Answer(0, 3, 3), Answer(1, 4, 9)]));

        Assert.Equal(["right", "wrong"], drawn.Texts("verdict"));
        XElement wrong = Assert.Single(drawn.All("g", "wrong"));
        Assert.Equal("digit 1: target 4, predicted 9, wrong", wrong.Element(SvgWriter.Namespace + "title")!.Value);
        string[] signs = [.. drawn.All("path", "sign").Select(sign => (string)sign.Attribute("d")!)];
        Assert.NotEqual(signs[0], signs[1]);
        Assert.Matches(@"\.wrong \.tile-frame \{[^}]*stroke-width: 3", drawn.Style);
        Assert.Matches(@"\.tile-frame \{[^}]*stroke-width: 1;", drawn.Style);
    }

    [Fact]
    public void Svg_Bars_AreAsHighAsTheOutputsAndTheLargestHasItsValue()
    {
        double[] outputs = [0.01, 0.02, 0.5, 0.04, 0.05, 0.06, 0.07, 0.08, 0.09, 0.08];

        Drawn drawn = Drawn.Of(PredictionSheet.Svg("title", [new Prediction(0, new byte[784], 8, outputs)]));

        double[] heights = [.. drawn.All("rect", "bar").Select(bar => Drawn.Number(bar, "height"))];
        Assert.Equal(10, heights.Length);
        Assert.All(heights.Zip(outputs), pair => Assert.Equal(pair.Second / 0.5, pair.First / heights[2], 0.01));
        Assert.Equal(heights[2], Drawn.Number(Assert.Single(drawn.All("rect", "largest")), "height"));
        Assert.Equal(["0.50"], drawn.Texts("largest-value"));
        Assert.Equal(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"], drawn.Texts("class"));

        // The box is around the 8, the target.
        XElement box = Assert.Single(drawn.All("rect", "target-box"));
        double middle = Drawn.Number(box, "x") + (Drawn.Number(box, "width") / 2.0);
        Assert.Equal(Drawn.Number(drawn.All("text", "class")[8], "x"), middle, 0.1);
    }

    [Fact]
    public void Svg_OutputsThatAreNoProbabilities_StayInTheirTiles()
    {
        double[] outputs = [-3.0, 0.0, 8.0, 4.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0];

        Drawn drawn = Drawn.Of(PredictionSheet.Svg("title", [new Prediction(0, new byte[784], 2, outputs)]));

        double[] heights = [.. drawn.All("rect", "bar").Select(bar => Drawn.Number(bar, "height"))];
        Assert.Equal([0.0, 0.0, 54.0, 27.0], heights[..4]);
        Assert.Equal(["8.00"], drawn.Texts("largest-value"));
        Assert.Contains("full height 8;", string.Join(' ', drawn.Texts("soft")), StringComparison.Ordinal);
    }

    [Fact]
    public void Svg_Digit_IsDrawnPixelByPixel()
    {
        DigitSet digits = DrawnDigits.Training(3, 1);
        byte[] pixels = digits.Pixels(0).ToArray();

        Drawn drawn = Drawn.Of(PredictionSheet.Svg("title", [Answer(0, digits.Label(0), 0) with { Pixels = pixels }]));

        double[] read = PixelRuns.Read(Assert.Single(drawn.All("g", "pixels")));

        // Half of one of the 16 shades, and the rounding of the opacity.
        Assert.All(pixels.Zip(read), pair => Assert.Equal(pair.First / 255.0, pair.Second, 0.5 / 16 + 0.005));
        Assert.Contains(read, ink => ink > 0.9);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(103)]
    public void Svg_OfAnyNumberOfDigits_HasOneTileEachInsideThePicture(int count)
    {
        Drawn drawn = Drawn.Of(PredictionSheet.Svg("title", [.. Enumerable.Range(0, count).Select(index => Answer(index, index % 10, 1))]));

        XElement[] tiles = drawn.All("g", "tile");
        Assert.Equal(count, tiles.Select(tile => (string)tile.Attribute("transform")!).Distinct().Count());
        foreach (XElement tile in tiles)
        {
            string[] place = ((string)tile.Attribute("transform")!).Split('(', ' ', ')');
            Assert.InRange(double.Parse(place[1], CultureInfo.InvariantCulture) + 248.0, 248.0, drawn.Width);
            Assert.InRange(double.Parse(place[2], CultureInfo.InvariantCulture) + 140.0, 140.0, drawn.Height);
        }
    }

    [Fact]
    public void Svg_ManyWrongAnswers_NamesTheFirstFive()
    {
        Drawn drawn = Drawn.Of(PredictionSheet.Svg("title", [.. Enumerable.Range(0, 8).Select(index => Answer(index, 2, 1))]));

        Assert.StartsWith("0 of 8 right; wrong: digit 0 (a 2, taken for a 1), digit 1", drawn.Description, StringComparison.Ordinal);
        Assert.EndsWith("digit 4 (a 2, taken for a 1) and 3 more.", drawn.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Svg_TheSameDigits_GiveTheSameBytes()
    {
        Prediction[] predictions = [Answer(0, 3, 3), Answer(1, 4, 9)];

        Assert.Equal(PredictionSheet.Svg("title", predictions), PredictionSheet.Svg("title", predictions));
    }

    [Fact]
    public void Of_OutputThatOverflows_NamesIt()
    {
        double[][] weights = [.. Enumerable.Range(0, 10).Select(_ => Enumerable.Repeat(1e308, 784).ToArray())];
        Network network = new([new Layer(weights, biases: null, new Identity())], new SquaredError());
        byte[] pixels = [.. Enumerable.Repeat((byte)255, 784)];

        DigitSet digits = new("digits", pixels, [1]);
        NonFiniteException exception = Assert.Throws<NonFiniteException>(() => Prediction.Of(network, digits, 0));

        Assert.Equal("z1[0]", exception.Element);
    }

    private static Prediction Answer(int index, int target, int predicted)
    {
        double[] outputs = [.. Enumerable.Range(0, 10).Select(digit => digit == predicted ? 0.55 : 0.05)];
        byte[] pixels = new byte[784];
        pixels[index % 784] = 255;
        return new Prediction(index, pixels, target, outputs);
    }
}
