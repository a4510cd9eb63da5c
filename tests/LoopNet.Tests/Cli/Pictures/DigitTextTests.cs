using LoopNet.Cli;

namespace LoopNet.Tests.Cli;

public sealed class DigitTextTests
{
    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "          ..")]
    [InlineData(28, "          ..")]
    [InlineData(29, "          ::")]
    [InlineData(226, "          %%")]
    [InlineData(227, "          @@")]
    [InlineData(255, "          @@")]
    public void Lines_OnePixel_ShowsItsShadeTwice(byte pixel, string shown)
    {
        byte[] pixels = new byte[784];
        pixels[(3 * 28) + 5] = pixel;

        string[] lines = DigitText.Lines(pixels);

        Assert.Equal(28, lines.Length);
        Assert.Equal(shown, lines[3]);
        Assert.All(lines.Where((_, row) => row != 3), line => Assert.Equal("", line));
    }

    [Theory]
    [InlineData(new int[0], "(an empty picture)\n")]
    [InlineData(new[] { 56, 85 }, "@@\n  @@\n")]
    [InlineData(new[] { 28, 84 }, "@@\n\n@@\n")]
    public void Write_Digit_LeavesOutTheEmptyLinesAroundIt(int[] ink, string shown)
    {
        byte[] pixels = new byte[784];
        foreach (int pixel in ink)
        {
            pixels[pixel] = 255;
        }

        StringWriter output = new() { NewLine = "\n" };
        DigitText.Write(pixels, output);

        Assert.Equal(shown, output.ToString());
    }
}
