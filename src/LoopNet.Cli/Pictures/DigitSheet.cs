using System.Globalization;
using System.Text;
using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>Digits as one picture: ten to a row, each on a tile above its label.</summary>
/// <remarks>
/// Every pixel keeps its exact shade: the ink of its stroke is pixel/255 opaque. All strokes of one shade are one path of the whole
/// sheet, which makes about 1.2 KB for a digit.
/// </remarks>
internal static class DigitSheet
{
    /// <summary>The most digits of a sheet: more than a browser shows with ease.</summary>
    public const int MaxCount = 10_000;

    private const int MostColumns = 10;

    // Below this the heading would have too little room.
    private const int FewestColumns = 5;

    private const double Margin = 24.0;

    // On the screen, one pixel of a digit is so many pixels wide: a whole number, so that edges stay sharp.
    private const int Scale = 3;

    // In pixels of a digit. The tile is as wide as a digit and a rim on either side; below the digit is room for its label.
    private const int Rim = 2;
    private const int LabelHeight = 6;
    private const int Gap = 2;
    private const int TileWidth = DigitSet.Side + (2 * Rim);
    private const int TileHeight = DigitSet.Side + (2 * Rim) + LabelHeight;

    private const double Darkest = 255.0;

    /// <summary>Draws the sheet.</summary>
    /// <param name="digits">The digits, from 1 to <see cref="MaxCount"/>.</param>
    /// <returns>The picture as SVG.</returns>
    public static string Svg(DigitSet digits)
    {
        int columns = Math.Clamp(digits.Count, FewestColumns, MostColumns);
        int rows = (digits.Count + MostColumns - 1) / MostColumns;
        double width = (2.0 * Margin) + (Scale * ((columns * (TileWidth + Gap)) - Gap));
        string title = $"{NumberText.Count(digits.Count, "digit")}, each above its label: {digits.Name}";
        PictureHeading heading = new(title, note: null, width);
        double top = heading.Height + 8.0;
        double height = top + (Scale * ((rows * (TileHeight + Gap)) - Gap)) + Margin;

        SvgWriter svg = new(width, height, title, "Ten to a row, in the order of the set.", PixelImage.DigitStyle);
        heading.Draw(svg);
        svg.BeginGroup(Margin, top, "digit");
        DrawTiles(svg, digits);
        svg.EndGroup();
        return svg.ToString();
    }

    private static void DrawTiles(SvgWriter svg, DigitSet digits)
    {
        StringBuilder frames = new();
        PixelImage ink = new((int)Darkest);
        double[] parts = new double[DigitSet.PixelCount];
        double[] target = new double[DigitSet.ClassCount];
        for (int index = 0; index < digits.Count; index++)
        {
            int left = index % MostColumns * (TileWidth + Gap);
            int upper = index / MostColumns * (TileHeight + Gap);
            frames.Append(CultureInfo.InvariantCulture, $"M{Scale * left} {Scale * upper}h{Scale * TileWidth}v{Scale * TileHeight}h-{Scale * TileWidth}z");
            digits.Read(index, parts, target);
            ink.Add(parts, left + Rim, upper + Rim);
            svg.Text(Scale * (left + (TileWidth / 2.0)), Scale * (upper + TileHeight - Rim), Invariant($"{digits.Label(index)}"), "label middle");
        }

        svg.Path(frames.ToString(), "digit-frame");
        ink.Draw(svg, 0.0, 0.0, Scale);
    }
}
