using System.Xml.Linq;
using LoopNet.Cli;

namespace LoopNet.Tests.Cli;

public class SvgWriterTests
{
    [Theory]
    [InlineData(1.0, "1")]
    [InlineData(0.125, "0.13")]
    [InlineData(-0.001, "0")]
    [InlineData(1234567.891, "1234567.89")]
    [InlineData(1e-9, "0")]
    [InlineData(-2.5, "-2.5")]
    public void Number_OfEachSize_HasTwoDecimalsAtMostAndNoExponent(double value, string expected)
    {
        Assert.Equal(expected, SvgWriter.Number(value));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Number_ThatIsNotFinite_IsRefused(double value)
    {
        Assert.Throws<ArgumentException>(() => SvgWriter.Number(value));
    }

    [Fact]
    public void ToString_TextsWithSignsOfXml_ReadBackAsTheyWere()
    {
        const string Text = "a < b & \"c\" > 'd', x² ✓ 😀";
        SvgWriter svg = new(10.0, 20.0, Text, Text, "");
        svg.Text(1.0, 2.0, Text, "strong");

        Drawn drawn = Drawn.Of(svg.ToString());

        Assert.Equal(Text, drawn.Title);
        Assert.Equal(Text, drawn.Description);
        Assert.Equal(Text, Assert.Single(drawn.Texts("strong")));
    }

    [Fact]
    public void ToString_CharactersThatXmlCannotHold_AreMadeVisibleOrReplaced()
    {
        SvgWriter svg = new(10.0, 20.0, "a\u0001b\uFFFEc", "lone \uD800 half", "");

        Drawn drawn = Drawn.Of(svg.ToString());

        Assert.Equal("a\\u0001b\uFFFDc", drawn.Title);
        Assert.Equal("lone \\ud800 half", drawn.Description);
    }

    [Fact]
    public void BeginGroup_InAGroup_NestsUntilEachIsEnded()
    {
        SvgWriter svg = new(10.0, 20.0, "title", "description", "");
        svg.BeginGroup(1.0, 2.0, "outer", "outer title");
        svg.BeginGroup(3.0, 4.0, "inner");
        svg.Line(0.0, 0.0, 1.0, 1.0, "frame");
        svg.EndGroup();
        svg.EndGroup();
        svg.Rectangle(0.0, 0.0, 1.0, 1.0, "outside");

        Drawn drawn = Drawn.Of(svg.ToString());

        XElement line = Assert.Single(drawn.All("line"));
        Assert.Equal(["inner", "outer", "picture"], line.Ancestors().Select(group => (string)group.Attribute("class")!));
        Assert.Equal("svg", Assert.Single(drawn.All("rect", "outside")).Parent!.Name.LocalName);
    }

    // Rules of CSS are our own text; written otherwise than they stand, no rule would hold, and the picture would be black.
    [Fact]
    public void Style_OfAPicture_IsWrittenAsItStands()
    {
        string picture = new SvgWriter(10.0, 10.0, "title", "description", ".own { fill: none; }\n").ToString();

        Assert.Contains($"<style>{PictureStyle.Common}.own {{ fill: none; }}\n</style>", picture, StringComparison.Ordinal);
    }
}
