using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>A digit as lines of plain ASCII text that a person recognises in a terminal.</summary>
internal static class DigitText
{
    // From paper to ink.
    private const string Shades = " .:-=+*#%@";

    /// <summary>Draws one digit, without the blank lines above and below it.</summary>
    public static void Write(ReadOnlySpan<byte> pixels, TextWriter output)
    {
        string[] lines = Lines(pixels);
        int first = Array.FindIndex(lines, line => line.Length > 0);
        int last = Array.FindLastIndex(lines, line => line.Length > 0);
        if (first < 0)
        {
            output.WriteLine("(an empty picture)");
            return;
        }

        for (int row = first; row <= last; row++)
        {
            output.WriteLine(lines[row]);
        }
    }

    /// <summary>A line for each row, from a blank for paper to <c>@</c> for ink, without blanks at its end.</summary>
    /// <remarks>Two characters for a pixel, since a character is about twice as high as it is wide.</remarks>
    /// <param name="pixels">784 pixels, row by row, 0 for paper and 255 for ink.</param>
    public static string[] Lines(ReadOnlySpan<byte> pixels)
    {
        string[] lines = new string[DigitSet.Side];
        Span<char> line = stackalloc char[2 * DigitSet.Side];
        for (int row = 0; row < DigitSet.Side; row++)
        {
            for (int column = 0; column < DigitSet.Side; column++)
            {
                char shade = Shade(pixels[(row * DigitSet.Side) + column]);
                line[2 * column] = shade;
                line[(2 * column) + 1] = shade;
            }

            lines[row] = new string(line).TrimEnd();
        }

        return lines;
    }

    // Rounded up, so that the faintest ink is still seen and only paper is blank.
    private static char Shade(byte pixel) => Shades[((pixel * (Shades.Length - 1)) + 254) / 255];
}
