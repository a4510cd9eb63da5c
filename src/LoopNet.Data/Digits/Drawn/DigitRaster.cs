namespace LoopNet.Data;

/// <summary>
/// Turns the path of a pen into pixels as MNIST does: the digit is fitted into a box of 20 x 20, and centred in an image of 28 x 28.
/// </summary>
internal static class DigitRaster
{
    /// <summary>The width and the height of the box, in pixels.</summary>
    public const int BoxSide = 20;

    /// <summary>Scales and moves a path so that its line, with its width, fills the height or the width of the box.</summary>
    public static void Fit(PenPath path)
    {
        Span<double> xs = path.X;
        Span<double> ys = path.Y;
        double widest = 0.0;
        double left = double.MaxValue;
        double right = double.MinValue;
        double top = double.MaxValue;
        double bottom = double.MinValue;
        for (int i = 0; i < xs.Length; i++)
        {
            left = Math.Min(left, xs[i]);
            right = Math.Max(right, xs[i]);
            top = Math.Min(top, ys[i]);
            bottom = Math.Max(bottom, ys[i]);
            widest = Math.Max(widest, path.Radius[i]);
        }

        double scale = (BoxSide - (2.0 * widest)) / Math.Max(right - left, bottom - top);
        double middleX = 0.5 * (left + right);
        double middleY = 0.5 * (top + bottom);
        for (int i = 0; i < xs.Length; i++)
        {
            xs[i] = (0.5 * BoxSide) + (scale * (xs[i] - middleX));
            ys[i] = (0.5 * BoxSide) + (scale * (ys[i] - middleY));
        }
    }

    /// <summary>Draws the line of a path: a pixel is ink as far as the line covers it, judged by the distance of its centre.</summary>
    /// <param name="path">A path in pixels of the box.</param>
    /// <param name="box">400 pixels, all 0 before; 255 is ink.</param>
    public static void Draw(PenPath path, Span<byte> box)
    {
        ReadOnlySpan<double> xs = path.X;
        ReadOnlySpan<double> ys = path.Y;
        ReadOnlySpan<double> radius = path.Radius;
        for (int i = 1; i < xs.Length; i++)
        {
            if (!path.StartsStroke[i])
            {
                DrawPiece(xs[i - 1], ys[i - 1], xs[i], ys[i], 0.5 * (radius[i - 1] + radius[i]), box);
            }
        }
    }

    private static void DrawPiece(double fromX, double fromY, double toX, double toY, double radius, Span<byte> box)
    {
        // The edge of the line fades over one pixel.
        double reach = radius + 0.5;
        int left = Math.Max(0, (int)(Math.Min(fromX, toX) - reach));
        int right = Math.Min(BoxSide - 1, (int)(Math.Max(fromX, toX) + reach));
        int top = Math.Max(0, (int)(Math.Min(fromY, toY) - reach));
        int bottom = Math.Min(BoxSide - 1, (int)(Math.Max(fromY, toY) + reach));

        double wayX = toX - fromX;
        double wayY = toY - fromY;
        double perLength = 1.0 / ((wayX * wayX) + (wayY * wayY) + 1e-12);
        for (int row = top; row <= bottom; row++)
        {
            double y = row + 0.5 - fromY;
            for (int column = left; column <= right; column++)
            {
                double x = column + 0.5 - fromX;
                double t = Math.Clamp(((x * wayX) + (y * wayY)) * perLength, 0.0, 1.0);
                double offX = x - (t * wayX);
                double offY = y - (t * wayY);
                double squared = (offX * offX) + (offY * offY);
                if (squared < reach * reach)
                {
                    double cover = Math.Min(1.0, reach - Math.Sqrt(squared));
                    byte ink = (byte)((255.0 * cover) + 0.5);
                    ref byte pixel = ref box[(row * BoxSide) + column];
                    pixel = Math.Max(pixel, ink);
                }
            }
        }
    }

    /// <summary>Copies the box into an image so that its centre of mass lies in the image's middle, to within half a pixel.</summary>
    /// <param name="box">400 pixels.</param>
    /// <param name="image">784 pixels, all 0 before.</param>
    public static void Centre(ReadOnlySpan<byte> box, Span<byte> image)
    {
        const int border = (DigitSet.Side - BoxSide) / 2;
        long mass = 0;
        long massX = 0;
        long massY = 0;
        for (int row = 0; row < BoxSide; row++)
        {
            for (int column = 0; column < BoxSide; column++)
            {
                int ink = box[(row * BoxSide) + column];
                mass += ink;
                massX += ink * column;
                massY += ink * row;
            }
        }

        // The middle of the image lies between two pixels, at 13.5; a digit never leaves the image.
        double middle = 0.5 * (DigitSet.Side - 1);
        int shiftX = Math.Clamp((int)Math.Round(middle - ((double)massX / mass)), 0, 2 * border);
        int shiftY = Math.Clamp((int)Math.Round(middle - ((double)massY / mass)), 0, 2 * border);
        for (int row = 0; row < BoxSide; row++)
        {
            int to = ((row + shiftY) * DigitSet.Side) + shiftX;
            box.Slice(row * BoxSide, BoxSide).CopyTo(image[to..]);
        }
    }
}
