using System.Globalization;
using System.Text;

namespace LoopNet.Cli;

/// <summary>Texts of files as a terminal may show them: a file must not move its cursor or change its colours.</summary>
internal static class VisibleText
{
    /// <summary>The text on one line, with everything that a terminal obeys and does not print escaped: <c>\u001b</c>.</summary>
    public static string Of(string text)
    {
        StringBuilder visible = new(text.Length);
        foreach (char letter in text)
        {
            visible.Append(IsObeyed(letter) ? $"\\u{(int)letter:x4}" : letter.ToString());
        }

        return visible.ToString();
    }

    // Format covers the marks that turn the direction of writing round.
    private static bool IsObeyed(char letter)
    {
        return char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
    }
}
