namespace LoopNet.Cli;

/// <summary>A colour of a screen: red, green and blue, each 0 to 255.</summary>
internal sealed record Colour(int Red, int Green, int Blue)
{
    /// <summary>Black.</summary>
    public static readonly Colour Black = new(0, 0, 0);

    /// <summary>White.</summary>
    public static readonly Colour White = new(255, 255, 255);

    /// <summary>Black or white, whichever stands out more on this colour: at least 4.5 to 1, as WCAG asks for.</summary>
    public Colour Ink => Contrast(Black) > Contrast(White) ? Black : White;

    /// <summary>A mixture: none of <paramref name="other"/> at 0, nothing else at 1.</summary>
    public Colour Mix(Colour other, double part)
    {
        return new Colour(Between(Red, other.Red, part), Between(Green, other.Green, part), Between(Blue, other.Blue, part));
    }

    /// <summary>How far two colours stand apart, 1 to 21, as WCAG 2 defines it.</summary>
    public double Contrast(Colour other)
    {
        double first = Luminance();
        double second = other.Luminance();
        return (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05);
    }

    /// <summary>The colour as CSS writes it, for example <c>#0067b1</c>.</summary>
    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";

    private static int Between(int first, int second, double part) => (int)Math.Round(first + ((second - first) * part));

    private double Luminance() => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    private static double Linear(int channel)
    {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
