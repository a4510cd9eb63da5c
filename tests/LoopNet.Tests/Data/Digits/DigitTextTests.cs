using LoopNet.Data;

namespace LoopNet.Tests.Data;

public sealed class DigitTextTests
{
    [Fact]
    public void Lines_AnyDigit_Are28LinesOf56Characters()
    {
        string[] lines = DigitText.Lines(new byte[DigitSet.PixelCount]);

        Assert.Equal(28, lines.Length);
        Assert.All(lines, line => Assert.Equal(new string(' ', 56), line));
    }

    [Theory]
    [InlineData(0, "  ")]
    [InlineData(1, "..")]
    [InlineData(28, "..")]
    [InlineData(29, "::")]
    [InlineData(226, "%%")]
    [InlineData(227, "@@")]
    [InlineData(255, "@@")]
    public void Lines_OnePixel_ShowsItsShadeTwice(byte pixel, string shown)
    {
        byte[] pixels = new byte[DigitSet.PixelCount];
        pixels[(3 * DigitSet.Side) + 5] = pixel;

        string[] lines = DigitText.Lines(pixels);

        Assert.Equal(new string(' ', 10) + shown + new string(' ', 44), lines[3]);
        Assert.All(lines.Where((_, row) => row != 3), line => Assert.Equal(new string(' ', 56), line));
    }

    [Fact]
    public void Lines_NotOneDigit_GivesBothLengths()
    {
        ArgumentException e = Assert.Throws<ArgumentException>(() => DigitText.Lines(new byte[783]));

        Assert.Contains("784 pixels, not 783", e.Message, StringComparison.Ordinal);
    }
}
