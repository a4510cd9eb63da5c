using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using LoopNet.Cli;

namespace LoopNet.Tests.Cli;

public partial class ConfusionPictureTests
{
    // A 2 is taken for a 0 once, a 1 for a 2 four times, and so on.
    private static readonly int[][] Three = [[1200, 0, 9], [3, 800, 4], [1, 0, 50]];

    [Fact]
    public void Svg_OfThreeClasses_HasEveryCountInItsCell()
    {
        Drawn drawn = Drawn.Of(ConfusionPicture.Svg("a network on digits", Three));

        Assert.Equal(["1,200", "0", "9", "3", "800", "4", "1", "0", "50"], drawn.Texts("count"));
        Assert.Equal(9, drawn.All("rect", "cell").Length);
        foreach ((XElement cell, XElement count) in drawn.All("rect", "cell").Zip(drawn.All("text", "count")))
        {
            Assert.Equal(Drawn.Number(cell, "x") + (Drawn.Number(cell, "width") / 2.0), Drawn.Number(count, "x"), 0.01);
            Assert.InRange(Drawn.Number(count, "y"), Drawn.Number(cell, "y"), Drawn.Number(cell, "y") + Drawn.Number(cell, "height"));
        }
    }

    [Fact]
    public void Svg_OfThreeClasses_HasTitlesAndTotals()
    {
        Drawn drawn = Drawn.Of(ConfusionPicture.Svg("title", Three));

        Assert.Equal(["predicted", "target"], drawn.Texts("axis"));
        Assert.Equal(["0", "1", "2"], drawn.Texts("column-label"));
        Assert.Equal(["0", "1", "2"], drawn.Texts("row-label"));
        Assert.Equal(["1,209", "807", "51"], drawn.Texts("row-total"));
        Assert.Equal(["1,204", "800", "63"], drawn.Texts("column-total"));
        Assert.Equal(["2,067"], drawn.Texts("grand-total"));
        Assert.Equal("2,050 of 2,067 right: accuracy 99.18 %.", drawn.Description);
    }

    [Fact]
    public void Svg_Diagonal_DiffersInFrameAndWeightAsWellAsInColour()
    {
        Drawn drawn = Drawn.Of(ConfusionPicture.Svg("title", Three));

        Assert.Equal(3, drawn.All("rect", "diagonal").Length);
        Assert.Equal(["1,200", "800", "50"], drawn.Texts("count", "strong", "right"));
        Assert.Equal(["0", "9", "3", "4", "1", "0"], drawn.Texts("count", "wrong"));
    }

    [Fact]
    public void Svg_Shades_GrowWithTheSquareRootSoThatASingleErrorShows()
    {
        int[][] confusion = [[1000, 1, 25], [100, 0, 0], [0, 0, 250]];

        Drawn drawn = Drawn.Of(ConfusionPicture.Svg("title", confusion));

        string[] shades = [.. drawn.All("rect", "cell").Select(cell => Drawn.Classes(cell)[^1])];
        Assert.Equal(["s10", "s1", "s5", "s10", "s0", "s0", "s0", "s0", "s5"], shades);
        Assert.Equal(["right  0", "1,000", "wrong  0", "100"], drawn.Texts("scale"));
    }

    [Fact]
    public void Svg_Counts_ReadOnEveryShadeOnLightAndDarkPages()
    {
        string style = Drawn.Of(ConfusionPicture.Svg("title", Three)).Style;

        MatchCollection rules = Rule().Matches(style);

        // Two kinds with eleven shades each, on two pages.
        Assert.Equal(44, rules.Count);
        Assert.All(rules, rule => Assert.InRange(Contrast(rule.Groups[1].Value, rule.Groups[2].Value), 4.5, 21.0));
    }

    [Fact]
    public void Svg_OfNothingOrOfOneClass_IsAPictureAllTheSame()
    {
        Assert.Equal("No digit.", Drawn.Of(ConfusionPicture.Svg("title", [[0, 0], [0, 0]])).Description);
        Assert.Equal(["7"], Drawn.Of(ConfusionPicture.Svg("title", [[7]])).Texts("count"));
    }

    [Fact]
    public void Svg_TheSameCounts_GiveTheSameBytes()
    {
        Assert.Equal(ConfusionPicture.Svg("title", Three), ConfusionPicture.Svg("title", Three));
    }

    // WCAG 2, written out again.
    private static double Contrast(string first, string second)
    {
        double[] luminances = [.. new[] { Luminance(first), Luminance(second) }.Order()];
        return (luminances[1] + 0.05) / (luminances[0] + 0.05);
    }

    private static double Luminance(string hex)
    {
        double[] weights = [0.2126, 0.7152, 0.0722];
        return weights.Select((weight, channel) =>
        {
            double share = int.Parse(hex.AsSpan(2 * channel, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return weight * (share <= 0.03928 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4));
        }).Sum();
    }

    [GeneratedRegex(@"rect\.\w+\.s\d+ \{ fill: #(\w{6}); \} text\.\w+\.s\d+ \{ fill: #(\w{6}); \}")]
    private static partial Regex Rule();
}
