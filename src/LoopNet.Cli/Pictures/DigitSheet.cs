using System.Globalization;
using System.Text;
using System.Xml;
using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>Draws digits as one picture, an SVG: ten to a row, each on a light tile above its label.</summary>
/// <remarks>
/// Every pixel keeps its exact grey, 255 - pixel. Pixels of one grey that touch in a row are one stroke, and all strokes of one grey
/// are one path of the whole sheet: about 1.2 KB for a digit. The tiles are light, so that ink is dark on paper on a dark page too.
/// </remarks>
public static class DigitSheet
{
    /// <summary>The most digits of a sheet: more than a browser shows with ease.</summary>
    public const int MaxCount = 10_000;

    private const int PerRow = 10;

    // In pixels of a digit. The tile is as wide as a digit and a rim on either side; below the digit is room for its label.
    private const int Rim = 2;
    private const int LabelHeight = 8;
    private const int Gap = 2;
    private const int TileWidth = DigitSet.Side + (2 * Rim);
    private const int TileHeight = DigitSet.Side + (2 * Rim) + LabelHeight;

    // On the screen, one pixel of a digit is so many pixels wide: a whole number, so that edges stay sharp.
    private const int Zoom = 3;

    /// <summary>Writes the picture, whole or not at all.</summary>
    /// <param name="path">Where it is to be; its folder exists.</param>
    /// <param name="digits">The digits, from 1 to <see cref="MaxCount"/>.</param>
    /// <param name="title">What the sheet shows, for people who hear it and as the tip of a mouse: plain text.</param>
    /// <exception cref="ArgumentException">There is no digit, or there are too many.</exception>
    /// <exception cref="DataException">The file cannot be written; what was there before stays.</exception>
    public static void Write(string path, DigitSet digits, string title)
    {
        ArgumentNullException.ThrowIfNull(digits);
        if (digits.Count is 0 or > MaxCount)
        {
            throw new ArgumentException($"A sheet has 1 to {MaxCount} digits, not {digits.Count}.", nameof(digits));
        }

        XmlWriterSettings settings = new() { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true, Encoding = new UTF8Encoding(false) };
        WholeFile.Write(path, stream =>
        {
            using XmlWriter svg = XmlWriter.Create(stream, settings);
            Write(svg, digits, title);
        });
    }

    private static void Write(XmlWriter svg, DigitSet digits, string title)
    {
        int columns = Math.Min(PerRow, digits.Count);
        int rows = (digits.Count + PerRow - 1) / PerRow;
        int width = Gap + (columns * (TileWidth + Gap));
        int height = Gap + (rows * (TileHeight + Gap));
        svg.WriteStartElement("svg", "http://www.w3.org/2000/svg");
        WriteAttributes(svg, ("viewBox", $"0 0 {width} {height}"), ("width", $"{width * Zoom}"), ("height", $"{height * Zoom}"));
        WriteAttributes(svg, ("role", "img"), ("aria-labelledby", "title"));
        svg.WriteStartElement("title");
        svg.WriteAttributeString("id", "title");
        svg.WriteString(title);
        svg.WriteEndElement();
        WriteTiles(svg, digits);
        WriteInk(svg, digits);
        WriteLabels(svg, digits);
        svg.WriteEndElement();
    }

    private static void WriteTiles(XmlWriter svg, DigitSet digits)
    {
        StringBuilder tiles = new();
        for (int index = 0; index < digits.Count; index++)
        {
            (int x, int y) = Corner(index);
            tiles.Append($"M{x} {y}h{TileWidth}v{TileHeight}h-{TileWidth}z");
        }

        svg.WriteStartElement("path");
        WriteAttributes(svg, ("fill", "#fff"), ("stroke", "#bbb"), ("stroke-width", "0.5"), ("d", $"{tiles}"));
        svg.WriteEndElement();
    }

    private static void WriteInk(XmlWriter svg, DigitSet digits)
    {
        // One path for each grey; a stroke is one pixel wide, half of it on either side of the middle of its row.
        StringBuilder?[] strokes = new StringBuilder?[256];
        for (int index = 0; index < digits.Count; index++)
        {
            (int x, int y) = Corner(index);
            AddStrokes(strokes, digits.Pixels(index), x + Rim, y + Rim);
        }

        svg.WriteStartElement("g");
        WriteAttributes(svg, ("fill", "none"), ("shape-rendering", "crispEdges"), ("transform", "translate(0 0.5)"));
        for (int pixel = 1; pixel < strokes.Length; pixel++)
        {
            if (strokes[pixel] is StringBuilder path)
            {
                int grey = 255 - pixel;
                svg.WriteStartElement("path");
                WriteAttributes(svg, ("stroke", $"#{grey:x2}{grey:x2}{grey:x2}"), ("d", path.ToString()));
                svg.WriteEndElement();
            }
        }

        svg.WriteEndElement();
    }

    private static void AddStrokes(StringBuilder?[] strokes, ReadOnlySpan<byte> pixels, int left, int top)
    {
        for (int row = 0; row < DigitSet.Side; row++)
        {
            ReadOnlySpan<byte> line = pixels.Slice(row * DigitSet.Side, DigitSet.Side);
            int start = 0;
            while (start < line.Length)
            {
                byte pixel = line[start];
                int length = line[start..].IndexOfAnyExcept(pixel) is int end and > 0 ? end : line.Length - start;
                if (pixel > 0)
                {
                    StringBuilder path = strokes[pixel] ??= new StringBuilder();
                    path.Append(CultureInfo.InvariantCulture, $"M{left + start} {top + row}h{length}");
                }

                start += length;
            }
        }
    }

    private static void WriteLabels(XmlWriter svg, DigitSet digits)
    {
        svg.WriteStartElement("g");
        WriteAttributes(svg, ("font-family", "sans-serif"), ("font-size", "7"), ("text-anchor", "middle"), ("fill", "#333"));
        for (int index = 0; index < digits.Count; index++)
        {
            (int x, int y) = Corner(index);
            svg.WriteStartElement("text");
            WriteAttributes(svg, ("x", $"{x + (TileWidth / 2)}"), ("y", $"{y + TileHeight - Rim}"));
            svg.WriteString($"{digits.Label(index)}");
            svg.WriteEndElement();
        }

        svg.WriteEndElement();
    }

    private static (int X, int Y) Corner(int index)
    {
        int column = index % PerRow;
        int row = index / PerRow;
        return (Gap + (column * (TileWidth + Gap)), Gap + (row * (TileHeight + Gap)));
    }

    private static void WriteAttributes(XmlWriter svg, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        foreach ((string name, string value) in attributes)
        {
            svg.WriteAttributeString(name, value);
        }
    }
}
