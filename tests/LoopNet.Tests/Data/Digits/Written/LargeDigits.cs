using LoopNet.Data;

namespace LoopNet.Tests.Data;

/// <summary>Digits as a person would photograph or scan them: pen strokes rendered large, in many ways.</summary>
internal static class LargeDigits
{
    private const int Side = 240;

    /// <summary>How a digit is rendered.</summary>
    /// <param name="What">In words.</param>
    /// <param name="Thickness">The radius of the pen, compared to the hand's own.</param>
    /// <param name="Angle">By how many degrees it is turned.</param>
    /// <param name="X">Where its middle is, as a part of the width.</param>
    /// <param name="Y">Where its middle is, as a part of the height.</param>
    /// <param name="Size">Its size, as a part of the picture.</param>
    /// <param name="IsLightOnDark">Whether ink is light.</param>
    /// <param name="Falloff">By how much the light falls off from left to right.</param>
    public sealed record Rendering(string What, double Thickness = 1.0, double Angle = 0.0, double X = 0.5, double Y = 0.5, double Size = 0.6, bool IsLightOnDark = false, double Falloff = 0.0);

    /// <summary>The ten ways.</summary>
    public static IReadOnlyList<Rendering> All { get; } =
    [
        new("dark on light"),
        new("light on dark", IsLightOnDark: true),
        new("thin", Thickness: 0.35),
        new("thick", Thickness: 1.8),
        new("turned left by 12 degrees", Angle: -12.0),
        new("turned right by 12 degrees", Angle: 12.0),
        new("small, in the upper left corner", X: 0.25, Y: 0.25, Size: 0.25),
        new("large, at the lower edge", Y: 0.56, Size: 0.8),
        new("light that falls off", Falloff: 0.4),
        new("thin, light on dark, off-centre, light that falls off", Thickness: 0.5, X: 0.65, Y: 0.4, Size: 0.4, IsLightOnDark: true, Falloff: 0.3),
    ];

    /// <summary>Renders a digit, with some grain.</summary>
    public static GreyPicture Draw(int digit, long seed, Rendering rendering)
    {
        SeededRandom random = new(seed, "large digits", digit);
        PenPath path = new();
        new Handwriting(random).Write(WritingStyles.Choose(digit, random), path);
        DigitRaster.Fit(path);
        double[] ink = new double[Side * Side];
        double sine = Math.Sin(rendering.Angle * Math.PI / 180.0);
        double cosine = Math.Cos(rendering.Angle * Math.PI / 180.0);
        double scale = rendering.Size * Side / DigitRaster.BoxSide;
        double[] x = [.. path.X.ToArray().Select((px, i) => (rendering.X * Side) + (scale * (((px - 10.0) * cosine) - ((path.Y[i] - 10.0) * sine))))];
        double[] y = [.. path.Y.ToArray().Select((py, i) => (rendering.Y * Side) + (scale * (((path.X[i] - 10.0) * sine) + ((py - 10.0) * cosine))))];
        for (int i = 1; i < x.Length; i++)
        {
            if (!path.StartsStroke[i])
            {
                Line(ink, x[i - 1], y[i - 1], x[i], y[i], Math.Max(0.8, scale * rendering.Thickness * path.Radius[i]));
            }
        }

        double paper = rendering.IsLightOnDark ? 0.15 : 0.9;
        double pen = rendering.IsLightOnDark ? 0.85 : 0.2;
        double[] shades = [.. ink.Select((cover, place) => Math.Clamp(
            (paper + (cover * (pen - paper))) * (1.0 - (rendering.Falloff * (place % Side) / Side)) + (0.02 * (random.NextUniform() - 0.5)), 0.0, 1.0))];
        return new GreyPicture(Side, Side, shades);
    }

    private static void Line(double[] ink, double fromX, double fromY, double toX, double toY, double radius)
    {
        double length = ((toX - fromX) * (toX - fromX)) + ((toY - fromY) * (toY - fromY));
        double reach = radius + 1.0;
        for (int row = Math.Max(0, (int)(Math.Min(fromY, toY) - reach)); row <= Math.Min(Side - 1, Math.Max(fromY, toY) + reach); row++)
        {
            for (int column = Math.Max(0, (int)(Math.Min(fromX, toX) - reach)); column <= Math.Min(Side - 1, Math.Max(fromX, toX) + reach); column++)
            {
                double along = length == 0.0 ? 0.0 : Math.Clamp((((column - fromX) * (toX - fromX)) + ((row - fromY) * (toY - fromY))) / length, 0.0, 1.0);
                double dx = column - fromX - (along * (toX - fromX));
                double dy = row - fromY - (along * (toY - fromY));
                ink[(row * Side) + column] = Math.Max(ink[(row * Side) + column], Math.Clamp(radius + 0.5 - Math.Sqrt((dx * dx) + (dy * dy)), 0.0, 1.0));
            }
        }
    }
}
