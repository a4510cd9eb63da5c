namespace LoopNet.Data;

/// <summary>A picture in shades of grey.</summary>
/// <param name="Width">Its width in pixels, at least 1.</param>
/// <param name="Height">Its height in pixels, at least 1.</param>
/// <param name="Shades">Row by row, from 0 (black) to 1 (white).</param>
public sealed record GreyPicture(int Width, int Height, double[] Shades)
{
    /// <summary>The picture in another size: each new pixel is the mean of what it covers.</summary>
    /// <param name="width">The new width, at least 1.</param>
    /// <param name="height">The new height, at least 1.</param>
    public GreyPicture Resized(int width, int height) => Part(0.0, 0.0, Width, Height, width, height);

    /// <summary>A part of the picture in another size.</summary>
    /// <param name="left">Where the part begins, in pixels.</param>
    /// <param name="top">Where it begins.</param>
    /// <param name="wide">How wide it is.</param>
    /// <param name="high">How high it is.</param>
    /// <param name="width">The width of the result.</param>
    /// <param name="height">The height of the result.</param>
    public GreyPicture Part(double left, double top, double wide, double high, int width, int height)
    {
        double[] shades = new double[width * height];
        for (int row = 0; row < height; row++)
        {
            for (int column = 0; column < width; column++)
            {
                double x = left + (column * wide / width);
                double y = top + (row * high / height);
                shades[(row * width) + column] = Mean(x, y, x + (wide / width), y + (high / height));
            }
        }

        return new GreyPicture(width, height, shades);
    }

    private double Mean(double left, double top, double right, double bottom)
    {
        double sum = 0.0;
        double area = 0.0;
        for (int y = Math.Max(0, (int)top); y < Math.Min(Height, Math.Ceiling(bottom)); y++)
        {
            double high = Math.Min(bottom, y + 1.0) - Math.Max(top, y);
            for (int x = Math.Max(0, (int)left); x < Math.Min(Width, Math.Ceiling(right)); x++)
            {
                double part = high * (Math.Min(right, x + 1.0) - Math.Max(left, x));
                sum += part * Shades[(y * Width) + x];
                area += part;
            }
        }

        return area > 0.0 ? sum / area : 0.0;
    }
}
