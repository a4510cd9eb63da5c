namespace LoopNet.Cli;

/// <summary>The rectangle that curves are drawn in, with its grid and its axes.</summary>
/// <param name="Left">Its left edge.</param>
/// <param name="Top">Its upper edge.</param>
/// <param name="Right">Its right edge.</param>
/// <param name="Bottom">Its lower edge.</param>
/// <param name="EndRoom">How much of it, on the right, is kept for what is written at the ends of the curves.</param>
internal sealed record PlotArea(double Left, double Top, double Right, double Bottom, double EndRoom)
{
    private const double TickLength = 5.0;
    private const double TextDrop = 4.5;

    /// <summary>The place of a fraction of the horizontal axis.</summary>
    public double X(double fraction) => Left + (fraction * (Right - EndRoom - Left));

    /// <summary>The place of a fraction of a vertical axis, which goes upwards.</summary>
    public double Y(double fraction) => Bottom - (fraction * (Bottom - Top));

    /// <summary>Draws the grid, the frame and the three axes; the accuracy on the right has its marks at the heights of those of the loss.</summary>
    public void Draw(SvgWriter svg, EpochAxis epochs, LossAxis loss)
    {
        foreach ((double fraction, string label) in loss.Ticks)
        {
            double y = Y(fraction);
            svg.Line(Left, y, Right, y, "grid");
            svg.Line(Left - TickLength, y, Left, y, "frame");
            svg.Line(Right, y, Right + TickLength, y, "frame");
            svg.Text(Left - TickLength - 4.0, y + TextDrop, label, "tick loss-tick end");
            svg.Text(Right + TickLength + 4.0, y + TextDrop, Invariant($"{fraction * 100.0:F0}"), "tick accuracy-tick");
        }

        foreach ((double fraction, string label) in epochs.Ticks())
        {
            double x = X(fraction);
            svg.Line(x, Top, x, Bottom, "grid");
            svg.Line(x, Bottom, x, Bottom + TickLength, "frame");
            svg.Text(x, Bottom + TickLength + 15.0, label, "tick epoch-tick middle");
        }

        svg.Rectangle(Left, Top, Right - Left, Bottom - Top, "frame");
        svg.Text(X(0.5), Bottom + 44.0, "epoch", "axis middle");
        svg.TextUpwards(Left - 62.0, Y(0.5), loss.Title, "axis middle");
        svg.TextUpwards(Right + 58.0, Y(0.5), "accuracy in %", "axis middle");
    }
}
