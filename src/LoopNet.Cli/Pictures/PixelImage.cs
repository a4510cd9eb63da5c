using System.Globalization;
using System.Text;
using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>Images of 28 x 28 pixels, drawn as lines: one path for each shade, one stroke for each run of pixels.</summary>
/// <remarks>A shade is how opaque the stroke lies on the paper below it, so the same image suits light and dark paper.</remarks>
/// <param name="shades">How many shades of either sign are told apart; 0 is bare paper.</param>
internal sealed class PixelImage(int shades)
{
    /// <summary>The shades of an image on its own: more than the eye tells apart.</summary>
    public const int Shades = 16;

    /// <summary>The CSS of an image: <c>positive</c> and <c>negative</c> shades get their colours where it is used.</summary>
    public const string Style = """
        .pixels { fill: none; stroke-width: 1; shape-rendering: crispEdges; }

        """;

    /// <summary>The CSS of digits: ink on paper, light ink on a dark page.</summary>
    public const string DigitStyle = Style + """
        .digit .positive { stroke: #1f2328; }
        .digit-frame { fill: none; stroke: #d8dde3; stroke-width: 1; }
        @media (prefers-color-scheme: dark) {
        .digit .positive { stroke: #f0f2f4; }
        .digit-frame { stroke: #343a43; }
        }

        """;

    // As many decimals as tell two shades apart.
    private readonly string _opacityFormat = shades < 100 ? "0.##" : "0.###";
    private readonly SortedDictionary<int, StringBuilder> _strokes = [];

    /// <summary>Draws one image, its upper left corner at (<paramref name="x"/>, <paramref name="y"/>); <paramref name="parts"/> are as for <see cref="Add"/>.</summary>
    public static void Draw(SvgWriter svg, double x, double y, double scale, double[] parts)
    {
        PixelImage image = new(Shades);
        image.Add(parts);
        image.Draw(svg, x, y, scale);
    }

    /// <summary>Adds an image.</summary>
    /// <param name="parts">784 numbers from -1 to 1, row by row.</param>
    /// <param name="left">Its left edge, in pixels of the image.</param>
    /// <param name="top">Its upper edge.</param>
    public void Add(double[] parts, int left = 0, int top = 0)
    {
        for (int row = 0; row < DigitSet.Side; row++)
        {
            int column = 0;
            while (column < DigitSet.Side)
            {
                int first = column;
                int shade = Shade(parts, row, first);
                while (column < DigitSet.Side && Shade(parts, row, column) == shade)
                {
                    column++;
                }

                if (shade != 0)
                {
                    StringBuilder strokes = _strokes.TryGetValue(shade, out StringBuilder? begun) ? begun : _strokes[shade] = new StringBuilder();
                    strokes.Append(CultureInfo.InvariantCulture, $"M{left + first} {top + row}h{column - first}");
                }
            }
        }
    }

    /// <summary>Draws all images that were added; a whole number as <paramref name="scale"/> keeps their pixels equal.</summary>
    public void Draw(SvgWriter svg, double x, double y, double scale)
    {
        // The strokes run through the middle of their rows.
        svg.BeginGroup(x, y + (scale / 2.0), "pixels", title: null, scale);
        foreach ((int shade, StringBuilder strokes) in _strokes)
        {
            string opacity = SvgWriter.Number((double)Math.Abs(shade) / shades, _opacityFormat);
            svg.Path(strokes.ToString(), shade > 0 ? "positive" : "negative", ("stroke-opacity", opacity));
        }

        svg.EndGroup();
    }

    private int Shade(double[] parts, int row, int column) => (int)Math.Round(parts[(row * DigitSet.Side) + column] * shades);
}
