namespace LoopNet.Data;

/// <summary>
/// A digit as lines of plain ASCII text that a person recognises in a terminal.
/// </summary>
public static class DigitText
{
    /// <summary>The number of lines of a digit: one per row of pixels.</summary>
    public const int Height = DigitSet.Side;

    /// <summary>The number of characters of a line: two per pixel, since a character is about twice as high as it is wide.</summary>
    public const int Width = 2 * DigitSet.Side;

    // From paper to ink.
    private const string Shades = " .:-=+*#%@";

    /// <summary>Writes one digit as 28 lines of 56 characters, from a blank for paper to <c>@</c> for ink.</summary>
    /// <param name="pixels">784 pixels, row by row, 0 for paper and 255 for ink.</param>
    /// <exception cref="ArgumentException">There are not 784 pixels.</exception>
    public static string[] Lines(ReadOnlySpan<byte> pixels)
    {
        if (pixels.Length != DigitSet.PixelCount)
        {
            throw new ArgumentException($"A digit has {DigitSet.PixelCount} pixels, not {pixels.Length}.", nameof(pixels));
        }

        string[] lines = new string[Height];
        Span<char> line = stackalloc char[Width];
        for (int row = 0; row < Height; row++)
        {
            for (int column = 0; column < DigitSet.Side; column++)
            {
                char shade = Shade(pixels[(row * DigitSet.Side) + column]);
                line[2 * column] = shade;
                line[(2 * column) + 1] = shade;
            }

            lines[row] = new string(line);
        }

        return lines;
    }

    // Rounded up, so that the faintest ink is still seen and only paper is blank.
    private static char Shade(byte pixel)
    {
        int darkest = Shades.Length - 1;
        int shade = ((pixel * darkest) + 254) / 255;
        return Shades[shade];
    }
}
