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
    private readonly double _tremble;
    private readonly double _width;
    private readonly double _slant;
    private readonly double _sine;
    private readonly double _cosine;
    private readonly double[] _bend = new double[10];
    private readonly double _penRadius;

    /// <summary>Draws the habits of a hand.</summary>
    public Hand(SeededRandom random)
    {
        _random = random;
        _tremble = 0.008 + (0.032 * random.NextUniform());
        _width = Math.Max(0.4, 0.92 + (0.2 * Bell()));
        _slant = 0.16 + (0.28 * Bell());
        _sine = 0.07 * Bell();
        _cosine = Math.Sqrt(1.0 - (_sine * _sine));
        _penRadius = Math.Clamp(1.35 + (0.32 * Bell()), 0.7, 2.4);
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
            double bentX = x + (0.22 * _bend[0] * x * y) + (0.10 * _bend[1] * x * x) + (0.16 * _bend[2] * y * y) + (0.35 * _bend[3] * y * y * y) + (0.3 * _bend[4] * x * x * y);
            double bentY = y + (0.14 * _bend[5] * x * y) + (0.12 * _bend[6] * x * x) + (0.22 * _bend[7] * y * y) + (0.2 * _bend[8] * x * x * y) + (0.2 * _bend[9] * x);

            double slanted = (_width * bentX) - (_slant * bentY);
            xs[i] = (_cosine * slanted) - (_sine * bentY);
            ys[i] = (_sine * slanted) + (_cosine * bentY);
        }
    }

    // A bell curve of mean 0 and deviation 1, never beyond 3: the sum of three uniform numbers.
    private double Bell() => 2.0 * (_random.NextUniform() + _random.NextUniform() + _random.NextUniform() - 1.5);
}
