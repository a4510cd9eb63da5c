namespace LoopNet.Data;

/// <summary>
/// The way of the pen's tip as a chain of short straight pieces, with the half-width of its line; used again for each digit.
/// </summary>
internal sealed class PenPath
{
    private double[] _x = new double[256];
    private double[] _y = new double[256];
    private double[] _radius = new double[256];
    private bool[] _startsStroke = new bool[256];

    /// <summary>The number of points.</summary>
    public int Count { get; private set; }

    /// <summary>The horizontal places of the points, to the right.</summary>
    public Span<double> X => _x.AsSpan(0, Count);

    /// <summary>The vertical places of the points, downwards.</summary>
    public Span<double> Y => _y.AsSpan(0, Count);

    /// <summary>Half the width of the line at each point, in pixels.</summary>
    public Span<double> Radius => _radius.AsSpan(0, Count);

    /// <summary>Whether the pen is put down at a point: no piece leads to it from the point before.</summary>
    public ReadOnlySpan<bool> StartsStroke => _startsStroke.AsSpan(0, Count);

    /// <summary>Removes all points.</summary>
    public void Clear() => Count = 0;

    /// <summary>Adds a point, with a line of no width yet.</summary>
    public void Add(double x, double y, bool startsStroke)
    {
        if (Count == _x.Length)
        {
            Array.Resize(ref _x, 2 * Count);
            Array.Resize(ref _y, 2 * Count);
            Array.Resize(ref _radius, 2 * Count);
            Array.Resize(ref _startsStroke, 2 * Count);
        }

        _x[Count] = x;
        _y[Count] = y;
        _radius[Count] = 0.0;
        _startsStroke[Count] = startsStroke;
        Count++;
    }
}
