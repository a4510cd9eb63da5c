namespace LoopNet.Cli;

/// <summary>One line of a <see cref="CurvePlot"/>: a figure over the epochs.</summary>
/// <param name="Name">What the figure was measured on, <c>training</c> or <c>test</c>: the CSS class of the line, and what is written at its end.</param>
/// <param name="Heights">Where each point is on its axis: 0 at the bottom, 1 at the top.</param>
/// <param name="First">The first value, as it is written.</param>
/// <param name="Last">The last value, as it is written.</param>
internal sealed record Curve(string Name, double[] Heights, string First, string Last)
{
    /// <summary>The line of some values.</summary>
    /// <param name="name">What was measured on.</param>
    /// <param name="values">A value for each epoch, at least one.</param>
    /// <param name="height">Where a value is on its axis.</param>
    /// <param name="text">How a value is written.</param>
    public static Curve Of(string name, double[] values, Func<double, double> height, Func<double, string> text)
    {
        return new Curve(name, [.. values.Select(height)], text(values[0]), text(values[^1]));
    }
}
