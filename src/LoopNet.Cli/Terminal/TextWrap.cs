using System.Text;

namespace LoopNet.Cli;

/// <summary>Breaks a paragraph into lines.</summary>
internal static class TextWrap
{
    /// <summary>The words of a text, laid out anew.</summary>
    /// <param name="text">Words, separated by blanks or line ends.</param>
    /// <param name="width">The longest line, in characters; only a single longer word exceeds it.</param>
    public static List<string> Lines(string text, int width)
    {
        List<string> lines = [];
        StringBuilder line = new();
        foreach (string word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                lines.Add(line.ToString());
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        lines.Add(line.ToString());
        return lines;
    }
}
