using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>One digit as part of a picture: ink on paper, light ink on a dark page.</summary>
internal static class DigitTile
{
    /// <summary>The CSS of digits.</summary>
    public const string Style = PixelImage.Style + """
        .digit .positive { stroke: #1f2328; }
        .digit-frame { fill: none; stroke: #d8dde3; stroke-width: 1; }
        @media (prefers-color-scheme: dark) {
        .digit .positive { stroke: #f0f2f4; }
        .digit-frame { stroke: #343a43; }
        }

        """;

    /// <summary>The width and the height of a digit in a picture.</summary>
    /// <param name="scale">The width of one of its pixels.</param>
    public static double Side(double scale) => DigitSet.Side * scale;

    /// <summary>Draws a digit with a thin frame around it.</summary>
    /// <param name="svg">The picture.</param>
    /// <param name="x">The left edge.</param>
    /// <param name="y">The upper edge.</param>
    /// <param name="scale">The width of one of its pixels; a whole number keeps them equal.</param>
    /// <param name="pixels">784 pixels, row by row, 0 for paper and 255 for ink.</param>
    /// <param name="title">What it is, for those who do not see it.</param>
    public static void Draw(SvgWriter svg, double x, double y, double scale, ReadOnlySpan<byte> pixels, string title)
    {
        int[] shades = new int[DigitSet.PixelCount];
        for (int index = 0; index < shades.Length; index++)
        {
            shades[index] = (int)Math.Round(pixels[index] / 255.0 * PixelImage.Shades);
        }

        svg.BeginGroup(x, y, "digit", title);
        svg.Rectangle(-0.5, -0.5, Side(scale) + 1.0, Side(scale) + 1.0, "digit-frame");
        PixelImage.Draw(svg, 0.0, 0.0, scale, shades);
        svg.EndGroup();
    }
}
