using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>A digit drawn as text.</summary>
internal static class DigitPicture
{
    /// <summary>Draws one digit, without the blank lines above and below it.</summary>
    /// <param name="pixels">784 pixels, 0 for paper and 255 for ink.</param>
    /// <param name="output">Where the lines go.</param>
    public static void Write(ReadOnlySpan<byte> pixels, TextWriter output)
    {
        string[] lines = DigitText.Lines(pixels);
        int first = Array.FindIndex(lines, line => !string.IsNullOrWhiteSpace(line));
        int last = Array.FindLastIndex(lines, line => !string.IsNullOrWhiteSpace(line));
        if (first < 0)
        {
            output.WriteLine("(an empty picture)");
            return;
        }

        for (int row = first; row <= last; row++)
        {
            output.WriteLine(lines[row].TrimEnd());
        }
    }
}
