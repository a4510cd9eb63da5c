using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>The weights of a layer that sees digits: one image of 28 x 28 weights for each of its units.</summary>
/// <remarks>
/// All images share one scale, symmetric around 0, so they can be compared: orange for a weight over 0, blue for one below, bare
/// paper for 0. Ink on an orange pixel raises the unit's weighted sum, ink on a blue one lowers it. The few largest weights
/// share the fullest colour: a single one would otherwise leave all others pale.
/// </remarks>
internal static class FirstLayerPicture
{
    private const int MostColumns = 8;
    private const int FewestColumns = 5;
    private const double Scale = 4.0;
    private const double Gap = 14.0;
    private const double Caption = 20.0;
    private const double Margin = 24.0;
    private const double LegendHeight = 64.0;

    // The part of the weights whose sizes are told apart.
    private const double ShownPart = 0.995;

    private const string Style = PixelImage.Style + """
        .positive { stroke: #c14f00; }
        .negative { stroke: #0060a8; }
        @media (prefers-color-scheme: dark) {
        .positive { stroke: #ff9a4d; }
        .negative { stroke: #5fb2ff; }
        }

        """;

    /// <summary>Draws the images, unit 0 first.</summary>
    /// <param name="title">The heading, for example the network and the data.</param>
    /// <param name="weights">The weights W of the layer, finite: a row of 784 for each unit, at least one.</param>
    /// <returns>The picture as SVG.</returns>
    public static string Svg(string title, double[][] weights)
    {
        int rows = (weights.Length + MostColumns - 1) / MostColumns;
        int columns = Math.Max(FewestColumns, (weights.Length + rows - 1) / rows);
        double side = DigitSet.Side * Scale;
        double width = (2.0 * Margin) + (columns * (side + Gap)) - Gap;
        double[] sizes = [.. weights.SelectMany(row => row).Select(Math.Abs).Order()];
        double reach = Reach(sizes);
        string note = $"{NumberText.Count(weights.Length, "unit")}, each with its weights from the 28 x 28 pixels; the largest is {Text(sizes[^1])} in size.";
        PictureHeading heading = new(title, note, width);
        double top = heading.Height + LegendHeight;

        SvgWriter svg = new(width, top + (rows * (side + Caption + Gap)) + Margin - Gap, title, note, Style);
        heading.Draw(svg);
        DrawLegend(svg, Margin, heading.Height + 8.0, reach, isCut: reach < sizes[^1]);
        for (int i = 0; i < weights.Length; i++)
        {
            double x = Margin + (i % columns * (side + Gap));
            double y = top + (i / columns * (side + Caption + Gap));
            svg.BeginGroup(x, y, "unit", Invariant($"unit {i}"));
            svg.Text(0.0, 13.0, Invariant($"unit {i}"), "small soft");
            svg.Rectangle(-0.5, Caption - 0.5, side + 1.0, side + 1.0, "frame");
            PixelImage.Draw(svg, 0.0, Caption, Scale, Parts(weights[i], reach));
            svg.EndGroup();
        }

        return svg.ToString();
    }

    // The size of weight that has the fullest colour.
    private static double Reach(double[] ascendingSizes)
    {
        double reach = ascendingSizes[(int)(ShownPart * (ascendingSizes.Length - 1))];
        return reach > 0.0 ? reach : ascendingSizes[^1];
    }

    // Where all weights are 0, there is no reach to divide by, and every pixel is bare paper.
    private static double[] Parts(double[] weights, double reach)
    {
        return [.. weights.Select(weight => weight.Equals(0.0) ? 0.0 : Math.Clamp(weight / reach, -1.0, 1.0))];
    }

    // The scale as an image of its own: a strip with every shade once, from the lowest weight to the highest.
    private static void DrawLegend(SvgWriter svg, double x, double y, double reach, bool isCut)
    {
        const double Swatch = 9.0;
        const double Height = 14.0;
        double width = ((2 * PixelImage.Shades) + 1) * Swatch;
        svg.BeginGroup(x, y, "scale");
        for (int shade = -PixelImage.Shades; shade <= PixelImage.Shades; shade++)
        {
            string style = shade > 0 ? "positive" : "negative";
            string opacity = SvgWriter.Number((double)Math.Abs(shade) / PixelImage.Shades);
            double start = (shade + PixelImage.Shades) * Swatch;
            svg.Path(
                $"M{SvgWriter.Number(start)} {SvgWriter.Number(Height / 2.0)}h{SvgWriter.Number(Swatch)}",
                $"swatch {style}",
                ("stroke-opacity", opacity),
                ("stroke-width", SvgWriter.Number(Height)));
        }

        svg.Rectangle(0.0, 0.0, width, Height, "frame");
        svg.Text(0.0, Height + 17.0, Text(-reach) + (isCut ? " or less" : ""), "scale-label");
        svg.Text(width / 2.0, Height + 17.0, "0", "scale-label middle");
        svg.Text(width, Height + 17.0, Text(reach) + (isCut ? " or more" : ""), "scale-label end");
        svg.Text(width + 20.0, 12.0, "weights below 0 blue, over 0 orange", "small soft");
        svg.EndGroup();
    }

    private static string Text(double weight) => weight.Equals(0.0) ? "0" : Invariant($"{weight:G3}").Replace('-', '−');
}
