namespace LoopNet.Cli;

/// <summary>The course of a training in one picture, for print and for documents: the loss above, the accuracy below.</summary>
internal static class CurvesPicture
{
    private const double Width = 720.0;
    private const double Left = 58.0;
    private const double Right = 104.0;
    private const double PlotHeight = 200.0;
    private const double TitleHeight = 34.0;
    private const double FootHeight = 46.0;

    /// <summary>Draws the curves.</summary>
    /// <param name="title">The heading, for example the network and the data.</param>
    /// <param name="results">The epochs so far, ascending; one with a number that is infinite or none is left out.</param>
    /// <param name="note">A few words under the heading, for example how far the training is; null for none.</param>
    /// <returns>The picture as SVG.</returns>
    /// <exception cref="ArgumentException">There is no epoch to draw.</exception>
    public static string Svg(string title, IReadOnlyList<EpochResult> results, string? note = null)
    {
        CurvePlot[] plots = TrainingCurves.Of(results);
        PictureHeading heading = new(title, note, Width);
        double height = heading.Height + (plots.Length * (TitleHeight + PlotHeight + FootHeight));
        SvgWriter svg = new(Width, height, title, string.Join(' ', plots.Select(plot => plot.Description)), CurvePlot.Style);
        heading.Draw(svg);
        double top = heading.Height + TitleHeight;
        foreach (CurvePlot plot in plots)
        {
            double width = Width - Left - Right;
            svg.BeginArea(Left, top, width, PlotHeight, $"plot {plot.Name}");
            plot.Draw(svg, width, PlotHeight);
            svg.EndGroup();
            top += PlotHeight + FootHeight + TitleHeight;
        }

        return svg.ToString();
    }
}
