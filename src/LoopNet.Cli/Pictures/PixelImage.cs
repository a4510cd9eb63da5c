using System.Text;
using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>A square image of 28 x 28 pixels, drawn as lines: one path for each shade, one stroke for each run of pixels.</summary>
/// <remarks>A shade is how opaque the stroke lies on the paper below it, so the same image suits light and dark paper.</remarks>
internal static class PixelImage
{
    /// <summary>The shades of either sign; 0 is bare paper.</summary>
    public const int Shades = 16;

    /// <summary>The CSS of an image: <c>positive</c> and <c>negative</c> shades get their colours where it is used.</summary>
    public const string Style = """
        .pixels { fill: none; stroke-width: 1; shape-rendering: crispEdges; }

        """;

    /// <summary>Draws an image.</summary>
    /// <param name="svg">The picture.</param>
    /// <param name="x">The left edge.</param>
    /// <param name="y">The upper edge.</param>
    /// <param name="scale">The width of a pixel of the image; a whole number keeps the pixels equal.</param>
    /// <param name="shades">784 numbers from -<see cref="Shades"/> to <see cref="Shades"/>, row by row.</param>
    public static void Draw(SvgWriter svg, double x, double y, double scale, int[] shades)
    {
        // The strokes run through the middle of their rows.
        svg.BeginGroup(x, y + (scale / 2.0), "pixels", title: null, scale);
        for (int shade = -Shades; shade <= Shades; shade++)
        {
            string strokes = shade == 0 ? "" : Strokes(shades, shade);
            if (strokes.Length > 0)
            {
                string opacity = SvgWriter.Number((double)Math.Abs(shade) / Shades);
                svg.Path(strokes, shade > 0 ? "positive" : "negative", ("stroke-opacity", opacity));
            }
        }

        svg.EndGroup();
    }

    private static string Strokes(int[] shades, int shade)
    {
        StringBuilder strokes = new();
        for (int row = 0; row < DigitSet.Side; row++)
        {
            int start = row * DigitSet.Side;
            int column = 0;
            while (column < DigitSet.Side)
            {
                int first = column;
                while (column < DigitSet.Side && shades[start + column] == shade)
                {
                    column++;
                }

                if (column > first)
                {
                    strokes.Append($"M{first} {row}h{column - first}");
                }

                column++;
            }
        }

        return strokes.ToString();
    }
}
