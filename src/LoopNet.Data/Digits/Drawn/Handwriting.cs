namespace LoopNet.Data;

/// <summary>
/// How one digit comes out of one person's hand: its proportions, its slant, its bends, its trembling and the pressure of the pen.
/// </summary>
/// <remarks>
/// Only the four operations and square roots are used, which round the same everywhere: a seed gives the same digits on every system.
/// </remarks>
internal sealed class Handwriting
{
    // Trembling, in digit heights: a careful writer misses by 0.05 mm in a digit of 5 mm, a hurried one by 0.15 mm.
    private const double SteadyTremble = 0.01;
    private const double ShakyTremble = 0.03;

    // Width, compared to the style: two thirds of all hands within an eighth of it, nearly all within a quarter.
    private const double MeanWidth = 1.0;
    private const double WidthSpread = 0.12;

    // Lean over height: most right-handed adults lean right by 5 to 15 degrees, 10 in the middle; 8 more or less, so that some lean left.
    private const double MeanSlant = 0.18;
    private const double SlantSpread = 0.14;

    // Turn, as a sine: paper lies askew and lines climb or fall by some 4 degrees, to either side.
    private const double TurnSpread = 0.07;

    // Half the width of the line, in pixels of a digit 20 pixels high: mostly a ballpoint, 0.5 mm in a digit of 4.5 mm; at the ends a
    // fine ballpoint, 0.3 mm in 6 mm (0.5 pixels), and a felt tip, 1 mm in 6 mm (1.7 pixels).
    private const double MeanPenRadius = 1.1;
    private const double PenRadiusSpread = 0.2;

    // Bends: each shifts the edge of the digit by 0.03 heights, 0.15 mm in 5 mm, which a reader hardly notices. The edge lies at 0.5,
    // where a product of two coordinates is 0.25 and one of three 0.125: hence the factors.
    private const double SquareBend = 0.12;
    private const double CubicBend = 0.24;

    // Level strokes rise or fall by some 6 degrees while upright ones stay as they are: the arm swings about the elbow.
    private const double Rise = 0.1;

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
    public Handwriting(SeededRandom random)
    {
        _random = random;
        _tremble = SteadyTremble + ((ShakyTremble - SteadyTremble) * random.NextUniform());
        _width = MeanWidth + (WidthSpread * Bell());
        _slant = MeanSlant + (SlantSpread * Bell());
        _sine = TurnSpread * Bell();
        _cosine = Math.Sqrt(1.0 - (_sine * _sine));
        _penRadius = MeanPenRadius + (PenRadiusSpread * Bell());
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
            bentX += SquareBend * _bend[0] * x * y;
            bentX += SquareBend * _bend[1] * x * x;
            bentX += SquareBend * _bend[2] * y * y;
            bentX += CubicBend * _bend[3] * y * y * y;
            bentX += CubicBend * _bend[4] * x * x * y;

            double bentY = y;
            bentY += SquareBend * _bend[5] * x * y;
            bentY += SquareBend * _bend[6] * x * x;
            bentY += SquareBend * _bend[7] * y * y;
            bentY += CubicBend * _bend[8] * x * x * y;
            bentY += Rise * _bend[9] * x;

            double slanted = (_width * bentX) - (_slant * bentY);
            xs[i] = (_cosine * slanted) - (_sine * bentY);
            ys[i] = (_sine * slanted) + (_cosine * bentY);
        }
    }

    // A bell curve of mean 0 and deviation 1, never beyond 3: the sum of three uniform numbers.
    private double Bell() => 2.0 * (_random.NextUniform() + _random.NextUniform() + _random.NextUniform() - 1.5);
}
