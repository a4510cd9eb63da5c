using System.Globalization;
using System.Text;

namespace LoopNet.Data;

/// <summary>What a letter is called in a message, so that a person finds it: many look like others, or like nothing.</summary>
internal static class LetterName
{
    private static readonly Dictionary<int, string> Known = new()
    {
        [0x09] = "a tab",
        [0xA0] = "a no-break space",
        [0x2007] = "a figure space",
        [0x2009] = "a thin space",
        [0x202F] = "a narrow no-break space",
        [0x3000] = "an ideographic space",
        [0x200B] = "a zero-width space",
        [0xFEFF] = "a byte order mark",
        [0x2212] = "a minus sign that is no hyphen",
        [0x2013] = "an en dash",
        [0x2014] = "an em dash",
        [0x2018] = "a typographic quote",
        [0x2019] = "a typographic quote",
        [0x201C] = "a typographic quote",
        [0x201D] = "a typographic quote",
    };

    /// <summary>The name, for example <c>a no-break space (U+00A0)</c> or <c>'x'</c>.</summary>
    public static string Of(Rune letter)
    {
        string code = Invariant($"(U+{letter.Value:X4})");
        if (Known.TryGetValue(letter.Value, out string? name))
        {
            return $"{name} {code}";
        }

        UnicodeCategory category = Rune.GetUnicodeCategory(letter);
        bool isSeen = category is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
        return (letter.IsAscii, isSeen) switch
        {
            (true, true) => $"'{letter.ToString()}'",
            (_, true) => $"'{letter.ToString()}' {code}",
            _ => $"a letter that is not seen {code}",
        };
    }

    /// <summary>The first letter of a text that is not ASCII, by its name; null where there is none.</summary>
    public static string? FirstUnusual(string text)
    {
        foreach (Rune letter in text.EnumerateRunes())
        {
            if (!letter.IsAscii)
            {
                return Of(letter);
            }
        }

        return null;
    }
}
