using System.Globalization;

namespace LoopNet.Data;

/// <summary>
/// One way in which people write a digit: the strokes of the pen, each a list of points that the pen passes through.
/// </summary>
/// <remarks>
/// A style is written as text: points <c>x,y</c> with blanks between them, <c>!</c> after a point where the pen turns sharply, and
/// <c>|</c> where it is lifted. x runs from 0 (left) to 100 (right), y from 0 (top) to 100 (bottom). The seven with a bar is
/// <c>8,6 86,4! 58,48 42,100 | 28,52 78,48</c>.
/// </remarks>
internal sealed class WritingStyle
{
    /// <summary>Reads a style from its text.</summary>
    /// <param name="share">How often people write this way, compared to the other styles of the digit; above 0.</param>
    /// <param name="strokes">The strokes.</param>
    public WritingStyle(double share, string strokes)
    {
        Share = share;
        Strokes = Array.ConvertAll(strokes.Split('|'), ParseStroke);
    }

    /// <summary>How often people write this way, compared to the other styles of the digit.</summary>
    public double Share { get; }

    /// <summary>The points of each stroke, in the order of writing.</summary>
    public PenPoint[][] Strokes { get; }

    private static PenPoint[] ParseStroke(string text)
    {
        string[] points = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Array.ConvertAll(points, ParsePoint);
    }

    private static PenPoint ParsePoint(string text)
    {
        string[] coordinates = text.TrimEnd('!').Split(',');
        double x = double.Parse(coordinates[0], CultureInfo.InvariantCulture);
        double y = double.Parse(coordinates[1], CultureInfo.InvariantCulture);
        return new PenPoint((x - 50.0) / 100.0, (y - 50.0) / 100.0, text.EndsWith('!'));
    }
}

/// <summary>A point that the pen passes through.</summary>
/// <param name="X">From -0.5 (left) to 0.5 (right).</param>
/// <param name="Y">From -0.5 (top) to 0.5 (bottom).</param>
/// <param name="IsCorner">Whether the pen turns sharply here.</param>
internal readonly record struct PenPoint(double X, double Y, bool IsCorner);
