namespace LoopNet.Data;

/// <summary>
/// The smooth curve of a pen through the points of a stroke: a cubic spline from corner to corner.
/// </summary>
/// <remarks>
/// Between two points the curve is a Hermite cubic. Its slopes come from the points' neighbours, weighted by the inverse of their
/// distances, so that the curve does not swing out where points are unevenly spaced (Bessel's choice of slopes, as in
/// de Boor, "A Practical Guide to Splines", 1978).
/// </remarks>
internal static class PenSpline
{
    private const int PiecesPerSpan = 6;

    /// <summary>Adds a stroke to a path.</summary>
    /// <param name="points">At least two points, of which the first and the last count as corners.</param>
    /// <param name="path">Where the pieces go.</param>
    public static void Trace(ReadOnlySpan<PenPoint> points, PenPath path)
    {
        path.Add(points[0].X, points[0].Y, startsStroke: true);
        for (int p = 0; p + 1 < points.Length; p++)
        {
            PenPoint from = points[p];
            PenPoint to = points[p + 1];
            bool fromCorner = p == 0 || from.IsCorner;
            bool toCorner = p + 2 == points.Length || to.IsCorner;
            double length = Distance(from, to);

            // A slope is the change of place per whole span; at a corner it follows from the other end's.
            (double fromX, double fromY) = fromCorner ? default : Slope(points[p - 1], from, to, length);
            (double toX, double toY) = toCorner ? default : Slope(from, to, points[p + 2], length);
            if (fromCorner)
            {
                fromX = FreeSlope(to.X - from.X, toX, toCorner);
                fromY = FreeSlope(to.Y - from.Y, toY, toCorner);
            }

            if (toCorner)
            {
                toX = FreeSlope(to.X - from.X, fromX, fromCorner);
                toY = FreeSlope(to.Y - from.Y, fromY, fromCorner);
            }

            for (int piece = 1; piece <= PiecesPerSpan; piece++)
            {
                double t = piece / (double)PiecesPerSpan;
                double x = Hermite(t, from.X, to.X, fromX, toX);
                double y = Hermite(t, from.Y, to.Y, fromY, toY);
                path.Add(x, y, startsStroke: false);
            }
        }
    }

    private static double Distance(PenPoint a, PenPoint b)
    {
        double dx = b.X - a.X;
        double dy = b.Y - a.Y;

        // Never 0, since the slopes divide by it.
        return Math.Sqrt((dx * dx) + (dy * dy)) + 1e-6;
    }

    // The nearer neighbour has the larger say.
    private static (double X, double Y) Slope(PenPoint before, PenPoint at, PenPoint after, double spanLength)
    {
        double lengthBefore = Distance(before, at);
        double lengthAfter = Distance(at, after);
        double weight = lengthAfter / (lengthBefore + lengthAfter);
        double x = (weight * (at.X - before.X) / lengthBefore) + ((1.0 - weight) * (after.X - at.X) / lengthAfter);
        double y = (weight * (at.Y - before.Y) / lengthBefore) + ((1.0 - weight) * (after.Y - at.Y) / lengthAfter);
        return (x * spanLength, y * spanLength);
    }

    // The slope of a free end of a natural spline; between two corners the line is straight.
    private static double FreeSlope(double way, double otherSlope, bool bothFree)
    {
        return bothFree ? way : (1.5 * way) - (0.5 * otherSlope);
    }

    private static double Hermite(double t, double from, double to, double fromSlope, double toSlope)
    {
        double s = 1.0 - t;
        double atFrom = s * s * (1.0 + (2.0 * t));
        double atTo = t * t * (3.0 - (2.0 * t));
        return (atFrom * from) + (atTo * to) + (s * s * t * fromSlope) - (t * t * s * toSlope);
    }
}
