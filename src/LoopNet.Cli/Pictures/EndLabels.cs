namespace LoopNet.Cli;

/// <summary>The name and the last value of each curve of a plot, written to the right of where it ends.</summary>
/// <remarks>Lengths are in the size of the type, as it is not known how large the plot will be.</remarks>
internal static class EndLabels
{
    // No plot is lower. In a higher one the ends are farther apart, and so are the labels.
    private const double LeastHeight = 12.0;

    // Two lines of type, and a little between one label and the next.
    private const double Height = 2.2;
    private const double Gap = 2.3;
    private const double FirstLine = -0.2;
    private const double SecondLine = 0.9;

    /// <summary>How far below its curve's end the middle of each label stands, so that none leaves the plot or hides another.</summary>
    /// <param name="ends">Where the curves end: 0 at the bottom, 1 at the top.</param>
    public static double[] Distances(double[] ends)
    {
        double[] wanted = [.. ends.Select(end => (1.0 - end) * LeastHeight)];
        double[] places = LabelSpread.Apart(wanted, Gap, Height / 2.0, LeastHeight - (Height / 2.0));
        return [.. places.Zip(wanted, (place, end) => place - end)];
    }

    /// <summary>Writes the label of a curve, with a thin line from the curve's end.</summary>
    /// <param name="svg">The writer; its area is that of the plot.</param>
    /// <param name="curve">The curve.</param>
    /// <param name="place">Where it ends on the horizontal axis, from 0 to 1.</param>
    /// <param name="distance">How far below its end the middle of the label stands.</param>
    public static void Draw(SvgWriter svg, Curve curve, double place, double distance)
    {
        svg.BeginPlace(place, 1.0 - curve.Heights[^1]);
        svg.Shape("line", $"leader {curve.Name}", ("x1", "0.35em"), ("y1", "0"), ("x2", "0.65em"), ("y2", SvgWriter.Ems(distance)));
        svg.Text(curve.Name, $"label strong {curve.Name}", ("x", "0.75em"), ("y", SvgWriter.Ems(distance + FirstLine)));
        svg.Text(curve.Last, $"label value {curve.Name}", ("x", "0.75em"), ("y", SvgWriter.Ems(distance + SecondLine)));
        svg.EndGroup();
    }
}
