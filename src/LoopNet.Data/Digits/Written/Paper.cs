namespace LoopNet.Data;

/// <summary>The shade of the paper at each place: a plane, since light falls off to one side, laid through the rim of the picture.</summary>
internal sealed class Paper
{
    // The rim, as a part of the width or height; the digit rarely reaches it.
    private const double Rim = 0.08;

    // Each round leaves out what is far from the plane: ink at the rim, or a shadow.
    private const int Rounds = 4;
    private const double Far = 2.5;
    private const double Least = 0.02;

    private readonly double _base;
    private readonly double _slopeX;
    private readonly double _slopeY;

    private Paper(double level, double slopeX, double slopeY)
    {
        _base = level;
        _slopeX = slopeX;
        _slopeY = slopeY;
    }

    /// <summary>The shade at a place.</summary>
    public double At(int x, int y) => _base + (_slopeX * x) + (_slopeY * y);

    /// <summary>Finds the paper of a picture.</summary>
    public static Paper Of(GreyPicture picture)
    {
        List<(int X, int Y, double Shade)> rim = [.. RimOf(picture)];
        Paper paper = new(Median(rim.Select(pixel => pixel.Shade)), 0.0, 0.0);
        for (int round = 0; round < Rounds; round++)
        {
            double limit = Math.Max(Least, Far * Median(rim.Select(pixel => Math.Abs(pixel.Shade - paper.At(pixel.X, pixel.Y)))));
            paper = Plane([.. rim.Where(pixel => Math.Abs(pixel.Shade - paper.At(pixel.X, pixel.Y)) <= limit)]) ?? paper;
        }

        return paper;
    }

    private static IEnumerable<(int X, int Y, double Shade)> RimOf(GreyPicture picture)
    {
        int wide = Math.Max(1, (int)(Rim * picture.Width));
        int high = Math.Max(1, (int)(Rim * picture.Height));
        for (int y = 0; y < picture.Height; y++)
        {
            for (int x = 0; x < picture.Width; x++)
            {
                if (x < wide || x >= picture.Width - wide || y < high || y >= picture.Height - high)
                {
                    yield return (x, y, picture.Shades[(y * picture.Width) + x]);
                }
            }
        }
    }

    private static double Median(IEnumerable<double> numbers)
    {
        double[] sorted = [.. numbers.Order()];
        return sorted[sorted.Length / 2];
    }

    // Least squares: three equations, solved by Cramer's rule about the middle of the pixels.
    private static Paper? Plane(List<(int X, int Y, double Shade)> pixels)
    {
        double middleX = pixels.Average(pixel => pixel.X);
        double middleY = pixels.Average(pixel => pixel.Y);
        double level = pixels.Average(pixel => pixel.Shade);
        double xx = pixels.Sum(pixel => (pixel.X - middleX) * (pixel.X - middleX));
        double yy = pixels.Sum(pixel => (pixel.Y - middleY) * (pixel.Y - middleY));
        double xy = pixels.Sum(pixel => (pixel.X - middleX) * (pixel.Y - middleY));
        double xs = pixels.Sum(pixel => (pixel.X - middleX) * (pixel.Shade - level));
        double ys = pixels.Sum(pixel => (pixel.Y - middleY) * (pixel.Shade - level));
        double determinant = (xx * yy) - (xy * xy);
        if (!(determinant > 1e-9))
        {
            return null;
        }

        double slopeX = ((xs * yy) - (ys * xy)) / determinant;
        double slopeY = ((ys * xx) - (xs * xy)) / determinant;
        return new Paper(level - (slopeX * middleX) - (slopeY * middleY), slopeX, slopeY);
    }
}
