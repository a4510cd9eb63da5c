namespace LoopNet.Data;

/// <summary>
/// How one digit comes out of one person's hand: its proportions, its slant, its bends, its trembling and the pressure of the pen.
/// </summary>
/// <remarks>
/// Only the four operations and square roots are used, which round the same everywhere: a seed gives the same digits on every system.
/// </remarks>
internal sealed class Hand
{
    private readonly SeededRandom _random;

    // How far a point of the style is missed, in digit heights.
    private readonly double _tremble;

    // The width of the digit, compared to the style.
    private readonly double _width;

    // How far the digit leans to the right over its height.
    private readonly double _slant;

    // Of the angle by which the digit is turned.
    private readonly double _sine;
    private readonly double _cosine;

    // The strength of each bend, of mean 0 and deviation 1.
    private readonly double[] _bend = new double[10];

    // Half the width of the line, in pixels of the finished image.
    private readonly double _penRadius;

    /// <summary>Draws the habits of a hand.</summary>
    public Hand(SeededRandom random)
    {
        _random = random;
        _tremble = 0.008 + (0.038 * random.NextUniform());
        _width = Math.Max(0.4, 0.92 + (0.2 * Bell()));
        _slant = 0.16 + (0.24 * Bell());
        _sine = 0.1 * Bell();
        _cosine = Math.Sqrt(1.0 - (_sine * _sine));
        _penRadius = Math.Clamp(1.25 + (0.32 * Bell()), 0.7, 2.4);
        for (int i = 0; i < _bend.Length; i++)
        {
            _bend[i] = Bell();
        }
    }

    /// <summary>Writes a digit in a style: fills the path, in units of the digit's height, with half-widths in pixels.</summary>
    public void Write(WritingStyle style, PenPath path)
    {
        path.Clear();
        foreach (PenPoint[] stroke in style.Strokes)
        {
            int start = path.Count;
            PenSpline.Trace(Tremble(stroke), path);
            Press(path.Radius[start..]);
        }

        Distort(path.X, path.Y);
    }

    // The points of the style are missed a little, and corners are rounded now and then.
    private PenPoint[] Tremble(PenPoint[] stroke)
    {
        PenPoint[] points = new PenPoint[stroke.Length];
        for (int p = 0; p < points.Length; p++)
        {
            double x = stroke[p].X + (_tremble * Bell());
            double y = stroke[p].Y + (_tremble * Bell());
            bool isCorner = stroke[p].IsCorner && _random.NextUniform() < 0.75;
            points[p] = new PenPoint(x, y, isCorner);
        }

        return points;
    }

    // The line grows or thins from the start of a stroke to its end, and is thicker or thinner in the middle.
    private void Press(Span<double> radius)
    {
        double growth = 0.08 * Bell();
        double middle = 0.08 * Bell();
        for (int i = 0; i < radius.Length; i++)
        {
            double t = ((2.0 * i) / (radius.Length - 1)) - 1.0;
            double pressure = 1.0 + (growth * t) + (middle * (1.0 - (2.0 * t * t)));
            radius[i] = _penRadius * Math.Max(0.5, pressure);
        }
    }

    // Smooth bends of the whole digit, then its width, its slant and its rotation.
    private void Distort(Span<double> xs, Span<double> ys)
    {
        for (int i = 0; i < xs.Length; i++)
        {
            double x = xs[i];
            double y = ys[i];

            // A cubic: wider above than below, bows, an S, a rising line.
            double bentX = x;
            bentX += 0.22 * _bend[0] * x * y;
            bentX += 0.10 * _bend[1] * x * x;
            bentX += 0.16 * _bend[2] * y * y;
            bentX += 0.35 * _bend[3] * y * y * y;
            bentX += 0.30 * _bend[4] * x * x * y;

            double bentY = y;
            bentY += 0.14 * _bend[5] * x * y;
            bentY += 0.12 * _bend[6] * x * x;
            bentY += 0.22 * _bend[7] * y * y;
            bentY += 0.20 * _bend[8] * x * x * y;
            bentY += 0.20 * _bend[9] * x;

            double slanted = (_width * bentX) - (_slant * bentY);
            xs[i] = (_cosine * slanted) - (_sine * bentY);
            ys[i] = (_sine * slanted) + (_cosine * bentY);
        }
    }

    // A bell curve of mean 0 and deviation 1, never beyond 3: the sum of three uniform numbers.
    private double Bell() => 2.0 * (_random.NextUniform() + _random.NextUniform() + _random.NextUniform() - 1.5);
}
