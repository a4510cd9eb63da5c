using System.Text;

namespace LoopNet.Cli;

/// <summary>The lines of <see cref="CurvesPicture"/>, their legend and what is written at their ends.</summary>
internal static class CurveLines
{
    /// <summary>The CSS of the lines: solid, dashed and dotted, so that they differ without their colours too.</summary>
    /// <remarks>The dots are narrower than the dashes: both stay to be seen where the two accuracies are the same.</remarks>
    public const string Style = """
        .line { fill: none; stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }
        .line.training { stroke-width: 3; stroke-dasharray: 11 9; }
        .line.test { stroke-width: 2.4; stroke-dasharray: 0.1 5; }
        .leader { stroke-width: 1; }
        .line.loss, .leader.loss { stroke: #b2182b; }
        .line.training, .leader.training { stroke: #0067b1; }
        .line.test, .leader.test { stroke: #d97000; }
        .mark.loss, .value.loss { fill: #b2182b; }
        .mark.training, .value.training { fill: #0067b1; }
        .mark.test { fill: #d97000; }
        .value.test { fill: #9a4f00; }
        @media (prefers-color-scheme: dark) {
        .line.loss, .leader.loss { stroke: #f2555a; }
        .line.training, .leader.training { stroke: #6cb6ff; }
        .line.test, .leader.test { stroke: #ffb454; }
        .mark.loss, .value.loss { fill: #f2555a; }
        .mark.training, .value.training { fill: #6cb6ff; }
        .mark.test, .value.test { fill: #ffb454; }
        }

        """;

    private const double LabelDistance = 26.0;
    private const double LabelGap = 19.0;
    private const double SampleLength = 36.0;
    private const double Character = 7.8;

    // More marks than these would hide the dashes.
    private const int MostMarks = 30;

    /// <summary>Draws a sample of each line with its name, above the area.</summary>
    public static void DrawLegend(SvgWriter svg, PlotArea area, Curve[] curves)
    {
        double x = area.Left;
        double y = area.Top - 20.0;
        foreach (Curve curve in curves)
        {
            svg.Path($"M{SvgWriter.Number(x)} {SvgWriter.Number(y)}h{SvgWriter.Number(SampleLength)}", $"sample line {curve.Style}");
            svg.Path($"M{SvgWriter.Number(x + (SampleLength / 2.0))} {SvgWriter.Number(y)}{curve.Marker}", $"sample mark {curve.Style}");
            svg.Text(x + SampleLength + 8.0, y + 4.5, curve.Legend, "legend");
            x += SampleLength + (curve.Legend.Length * Character) + 28.0;
        }
    }

    /// <summary>Draws a line through its points, whose <paramref name="places"/> are those on the horizontal axis, from 0 to 1; marks them where they are few.</summary>
    public static void Draw(SvgWriter svg, PlotArea area, Curve curve, double[] places)
    {
        StringBuilder line = new();
        StringBuilder marks = new();
        foreach (int index in CurveThinning.Indexes(curve.Heights))
        {
            string place = $"{SvgWriter.Number(area.X(places[index]))} {SvgWriter.Number(area.Y(curve.Heights[index]))}";
            line.Append(line.Length == 0 ? 'M' : 'L').Append(place);
            marks.Append('M').Append(place).Append(curve.Marker);
        }

        svg.Path(line.ToString(), $"line {curve.Style}");
        if (places.Length <= MostMarks)
        {
            svg.Path(marks.ToString(), $"mark {curve.Style}");
        }
    }

    /// <summary>Writes the last value of each line beside its end, which is at <paramref name="place"/> of the horizontal axis, with a thin line to it.</summary>
    public static void DrawEnds(SvgWriter svg, PlotArea area, Curve[] curves, double place)
    {
        double[] ends = [.. curves.Select(curve => area.Y(curve.Heights[^1]))];
        double[] heights = LabelSpread.Apart(ends, LabelGap, area.Top + 12.0, area.Bottom - 12.0);
        double x = area.X(place);
        for (int index = 0; index < curves.Length; index++)
        {
            svg.Line(x + 6.0, ends[index], x + LabelDistance - 4.0, heights[index], $"leader {curves[index].Style}");
            svg.Text(x + LabelDistance, heights[index] + 4.5, curves[index].End, $"value halo strong {curves[index].Style}");
        }
    }
}
