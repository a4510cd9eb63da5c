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

    /// <summary>Draws the grid, the frame and the three axes with their numbers and titles.</summary>
    /// <param name="svg">The picture.</param>
    /// <param name="epochs">The horizontal axis.</param>
    /// <param name="loss">The axis on the left; the accuracy on the right has its marks at the same heights.</param>
    public void Draw(SvgWriter svg, EpochAxis epochs, LossAxis loss)
    {
        foreach (AxisTick tick in loss.Ticks)
        {
            double y = Y(tick.Fraction);
            svg.Line(Left, y, Right, y, "grid");
            svg.Line(Left - TickLength, y, Left, y, "frame");
            svg.Line(Right, y, Right + TickLength, y, "frame");
            svg.Text(Left - TickLength - 4.0, y + TextDrop, tick.Label, "tick loss-tick end");
            svg.Text(Right + TickLength + 4.0, y + TextDrop, $"{tick.Fraction * 100.0:F0}", "tick accuracy-tick");
        }

        foreach (AxisTick tick in epochs.Ticks())
        {
            double x = X(tick.Fraction);
            svg.Line(x, Top, x, Bottom, "grid");
            svg.Line(x, Bottom, x, Bottom + TickLength, "frame");
            svg.Text(x, Bottom + TickLength + 15.0, tick.Label, "tick epoch-tick middle");
        }

        svg.Rectangle(Left, Top, Right - Left, Bottom - Top, "frame");
        svg.Text(X(0.5), Bottom + 44.0, "epoch", "axis middle");
        svg.TextUpwards(Left - 62.0, Y(0.5), loss.Title, "axis middle");
        svg.TextUpwards(Right + 58.0, Y(0.5), "accuracy in %", "axis middle");
    }
}
