namespace LoopNet.Cli;

/// <summary>One line of <see cref="CurvesPicture"/>.</summary>
/// <param name="Style">The CSS class that gives it colour and dashes.</param>
/// <param name="Legend">What the legend says.</param>
/// <param name="Heights">Where each point is on its axis: 0 at the bottom, 1 at the top.</param>
/// <param name="End">The name and the last value, written where the line ends.</param>
/// <param name="Marker">The outline of the mark of a point, around its place: the lines differ in it as well.</param>
internal sealed record Curve(string Style, string Legend, double[] Heights, string End, string Marker)
{
    /// <summary>A circle, a square and a triangle, about eight pixels wide.</summary>
    public const string Circle = "m-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0z";

    /// <summary>A square.</summary>
    public const string Square = "m-3.2 -3.2h6.4v6.4h-6.4z";

    /// <summary>A triangle.</summary>
    public const string Triangle = "m0 -4.4l4.2 7.4h-8.4z";
}
