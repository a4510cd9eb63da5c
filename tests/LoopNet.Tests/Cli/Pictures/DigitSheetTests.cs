using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using LoopNet.Cli;
using LoopNet.Data;

namespace LoopNet.Tests.Cli;

public sealed partial class DigitSheetTests
{
    private const int Scale = 3;

    [Theory]
    [InlineData(1, 5, 1)]
    [InlineData(10, 10, 1)]
    [InlineData(11, 10, 2)]
    [InlineData(100, 10, 10)]
    public void Svg_Digits_AreTenToARowInsideThePicture(int count, int columns, int rows)
    {
        Drawn drawn = Drawn.Of(DigitSheet.Svg(DrawnDigits.Training(1, count)));

        // A margin of 24 on either side; a tile is 32 pixels of a digit wide, and 2 lie between two tiles.
        Assert.Equal(48.0 + (Scale * ((columns * 34) - 2)), drawn.Width);
        List<(int X, int Y)> tiles = Tiles(drawn);
        Assert.Equal(count, tiles.Count);
        Assert.Equal(count, drawn.Texts("label").Length);
        Assert.Equal(rows, tiles.Select(tile => tile.Y).Distinct().Count());
        double[] origin = Origin(drawn);
        Assert.All(tiles, tile => Assert.InRange(origin[0] + tile.X + 96, 96.0, drawn.Width));
        Assert.All(tiles, tile => Assert.InRange(origin[1] + tile.Y + 114, 114.0, drawn.Height));
    }

    [Fact]
    public void Svg_EveryDigit_StandsOnItsTileWithItsExactShadesAboveItsLabel()
    {
        DigitSet digits = DrawnDigits.Training(1, 23);

        Drawn drawn = Drawn.Of(DigitSheet.Svg(digits));

        byte[,] picture = Paint(drawn, 400, 400);
        List<(int X, int Y)> tiles = Tiles(drawn);
        XElement[] labels = drawn.All("text", "label", "middle");
        for (int index = 0; index < digits.Count; index++)
        {
            (int x, int y) = tiles[index];
            byte[] pixels = [.. Enumerable.Range(0, 784).Select(i => picture[(x / Scale) + 2 + (i % 28), (y / Scale) + 2 + (i / 28)])];
            Assert.Equal(digits.Pixels(index).ToArray(), pixels);
            Assert.Equal($"{digits.Label(index)}", labels[index].Value);
            Assert.Equal(x + 48.0, Drawn.Number(labels[index], "x"));

            // Below the digit, and above the foot of the tile.
            Assert.InRange(Drawn.Number(labels[index], "y"), y + 90.0 + 11.0, y + 114.0 - 4.0);
        }

        int inkInPicture = picture.Cast<byte>().Count(pixel => pixel > 0);
        Assert.Equal(Enumerable.Range(0, digits.Count).Sum(index => digits.Pixels(index).ToArray().Count(pixel => pixel > 0)), inkInPicture);
    }

    [Fact]
    public void Svg_Sheet_HasTheTitleTheTypeAndTheInkOfTheOtherPictures()
    {
        DigitSet digits = new("1 < 2 & \"3\"", new byte[784], [7]);

        Drawn drawn = Drawn.Of(DigitSheet.Svg(digits));

        Assert.Equal("1 digit, each above its label: 1 < 2 & \"3\"", drawn.Title);
        Assert.Equal(drawn.Title, string.Join(' ', drawn.Texts("title")));
        string[] rules = [".picture { color: #1f2328; font: 13px", ".digit .positive { stroke: #1f2328; }", ".digit .positive { stroke: #f0f2f4; }"];
        Assert.All(rules, rule => Assert.Contains(rule, drawn.Style, StringComparison.Ordinal));
    }

    [Fact]
    public void Svg_HundredDigits_TakeNoMoreThanTwoHundredKilobytes()
    {
        Assert.InRange(DigitSheet.Svg(DrawnDigits.Training(1, 100)).Length, 1, 200_000);
    }

    private static double[] Origin(Drawn drawn)
    {
        string[] place = ((string)Assert.Single(drawn.All("g", "digit")).Attribute("transform")!).Split('(', ' ', ')');
        return [double.Parse(place[1], CultureInfo.InvariantCulture), double.Parse(place[2], CultureInfo.InvariantCulture)];
    }

    private static List<(int X, int Y)> Tiles(Drawn drawn)
    {
        string path = (string)Assert.Single(drawn.All("path", "digit-frame")).Attribute("d")!;
        return [.. Corners().Matches(path).Select(match => (int.Parse(match.Groups[1].Value), int.Parse(match.Groups[2].Value)))];
    }

    // What a browser does with the strokes, 255 where the ink covers its paper.
    private static byte[,] Paint(Drawn drawn, int width, int height)
    {
        byte[,] picture = new byte[width, height];
        XElement ink = Assert.Single(drawn.All("g", "pixels"));
        Assert.Equal(Invariant($"translate(0 {Scale / 2.0}) scale({Scale})"), (string)ink.Attribute("transform")!);
        foreach (XElement path in ink.Elements())
        {
            double pixel = Drawn.Number(path, "stroke-opacity") * 255.0;
            foreach (Match stroke in Strokes().Matches((string)path.Attribute("d")!))
            {
                int[] numbers = [.. stroke.Groups.Values.Skip(1).Select(group => int.Parse(group.Value))];
                for (int x = numbers[0]; x < numbers[0] + numbers[2]; x++)
                {
                    picture[x, numbers[1]] = (byte)Math.Round(pixel);
                }
            }
        }

        return picture;
    }

    [GeneratedRegex(@"M(\d+) (\d+)h96v114h-96z")]
    private static partial Regex Corners();

    [GeneratedRegex(@"M(\d+) (\d+)h(\d+)")]
    private static partial Regex Strokes();
}
