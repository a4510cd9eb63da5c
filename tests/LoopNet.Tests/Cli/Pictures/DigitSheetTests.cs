using System.Text.RegularExpressions;
using System.Xml.Linq;
using LoopNet.Cli;
using LoopNet.Data;
using LoopNet.Tests.Data;

namespace LoopNet.Tests.Cli;

public sealed partial class DigitSheetTests : IDisposable
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string FilePath => Path.Combine(_folder.Path, "sheet.svg");

    [Theory]
    [InlineData(1, 36, 44)]
    [InlineData(10, 342, 44)]
    [InlineData(11, 342, 86)]
    [InlineData(100, 342, 422)]
    public void Write_Digits_AreTenToARow(int count, int width, int height)
    {
        XElement sheet = Sheet(DrawnDigits.Training(1, count));

        Assert.Equal($"0 0 {width} {height}", sheet.Attribute("viewBox")!.Value);
        Assert.Equal(count, Tiles(sheet).Count);
        Assert.Equal(count, sheet.Descendants(Svg + "text").Count());
    }

    [Fact]
    public void Write_EveryDigit_StandsOnItsTileWithItsExactGreysAboveItsLabel()
    {
        DigitSet digits = DrawnDigits.Training(1, 23);

        XElement sheet = Sheet(digits);

        byte[,] picture = Paint(sheet, 400, 400);
        List<(int X, int Y)> tiles = Tiles(sheet);
        XElement[] labels = [.. sheet.Descendants(Svg + "text")];
        for (int index = 0; index < digits.Count; index++)
        {
            (int x, int y) = tiles[index];
            byte[] pixels = [.. Enumerable.Range(0, DigitSet.PixelCount).Select(i => picture[x + 2 + (i % 28), y + 2 + (i / 28)])];
            Assert.Equal(digits.Pixels(index).ToArray(), pixels);
            Assert.Equal($"{digits.Label(index)}", labels[index].Value);
            Assert.Equal($"{x + 16}", labels[index].Attribute("x")!.Value);
            Assert.InRange(int.Parse(labels[index].Attribute("y")!.Value), y + 35, y + 40);
        }

        int inkInPicture = picture.Cast<byte>().Count(pixel => pixel > 0);
        Assert.Equal(Enumerable.Range(0, digits.Count).Sum(index => digits.Pixels(index).ToArray().Count(pixel => pixel > 0)), inkInPicture);
    }

    [Fact]
    public void Write_Title_IsTheTextThatNamesThePicture()
    {
        XElement sheet = Sheet(DrawnDigits.Training(1, 1), "1 < 2 & \"3\"");

        XElement title = sheet.Element(Svg + "title")!;
        Assert.Equal("1 < 2 & \"3\"", title.Value);
        Assert.Equal("img", sheet.Attribute("role")!.Value);
        Assert.Equal(title.Attribute("id")!.Value, sheet.Attribute("aria-labelledby")!.Value);
    }

    [Fact]
    public void Write_HundredDigits_TakeNoMoreThanTwoHundredKilobytes()
    {
        Sheet(DrawnDigits.Training(1, 100));

        Assert.InRange(new FileInfo(FilePath).Length, 1, 200_000);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(DigitSheet.MaxCount + 1)]
    public void Write_NoDigitOrTooMany_IsRefused(int count)
    {
        DigitSet digits = new("digits", new byte[count * DigitSet.PixelCount], new byte[count]);

        Assert.Throws<ArgumentException>(() => DigitSheet.Write(FilePath, digits, "title"));

        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    private XElement Sheet(DigitSet digits, string title = "digits")
    {
        DigitSheet.Write(FilePath, digits, title);
        return XDocument.Load(FilePath).Root!;
    }

    private static List<(int X, int Y)> Tiles(XElement sheet)
    {
        string path = sheet.Elements(Svg + "path").Single().Attribute("d")!.Value;
        return [.. Corners().Matches(path).Select(match => (int.Parse(match.Groups[1].Value), int.Parse(match.Groups[2].Value)))];
    }

    // What a browser does with the strokes, with 255 for ink again.
    private static byte[,] Paint(XElement sheet, int width, int height)
    {
        byte[,] picture = new byte[width, height];
        foreach (XElement path in sheet.Elements(Svg + "g").First().Elements(Svg + "path"))
        {
            byte grey = Convert.ToByte(path.Attribute("stroke")!.Value[1..3], 16);
            foreach (Match stroke in Strokes().Matches(path.Attribute("d")!.Value))
            {
                int[] numbers = [.. stroke.Groups.Values.Skip(1).Select(group => int.Parse(group.Value))];
                for (int x = numbers[0]; x < numbers[0] + numbers[2]; x++)
                {
                    picture[x, numbers[1]] = (byte)(255 - grey);
                }
            }
        }

        return picture;
    }

    [GeneratedRegex(@"M(\d+) (\d+)h32v40h-32z")]
    private static partial Regex Corners();

    [GeneratedRegex(@"M(\d+) (\d+)h(\d+)")]
    private static partial Regex Strokes();
}
