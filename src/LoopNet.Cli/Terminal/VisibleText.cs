using System.Globalization;
using System.Text;

namespace LoopNet.Cli;

/// <summary>Texts from outside (names of files, what stands in them) as a terminal may show them: none may move its cursor, change its colours or turn its writing round.</summary>
internal static class VisibleText
{
    /// <summary>The text on one line, with everything that a terminal obeys and does not print escaped: <c>\u001b</c>.</summary>
    public static string Of(string text) => Escaped(text, "");

    /// <summary>The same for a text of several lines, whose line feeds stay.</summary>
    public static string OfLines(string text) => Escaped(text, "\n");

    private static string Escaped(string text, string kept)
    {
        StringBuilder visible = new(text.Length);
        for (int place = 0; place < text.Length;)
        {
            // Half a pair counts as obeyed: nothing can print it.
            bool isWhole = Rune.TryGetRuneAt(text, place, out Rune rune);
            int length = isWhole ? rune.Utf16SequenceLength : 1;
            bool stays = isWhole && (!IsObeyed(rune) || (rune.IsBmp && kept.Contains((char)rune.Value, StringComparison.Ordinal)));
            foreach (char letter in text.AsSpan(place, length))
            {
                visible.Append(stays ? letter.ToString() : Invariant($"\\u{(int)letter:x4}"));
            }

            place += length;
        }

        return visible.ToString();
    }

    // Format covers the marks that turn the direction of writing round; Control covers C1, of which some terminals obey 9b as they do ESC [.
    private static bool IsObeyed(Rune rune)
    {
        return Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
    }
}
