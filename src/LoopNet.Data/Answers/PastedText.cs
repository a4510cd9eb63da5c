using System.Text;
using System.Text.RegularExpressions;

namespace LoopNet.Data;

/// <summary>Numbers and names as they come from a web page or a text program, in the letters that JSON and LoopNet know.</summary>
/// <remarks>
/// Read are: minus signs and dashes, full-width digits, typographic quotes, spaces of every kind, ≈ before a number, <c>×10^-4</c> and <c>×10⁻⁴</c>, and ∂ and subscripts in names. What
/// stands for nothing in an answer stays as it is, and is named where the reading ends.
/// </remarks>
internal static partial class PastedText
{
    private const string Spaces = "\u00A0\u2002\u2003\u2007\u2009\u200A\u202F\u3000";
    private const string Nothing = "\u200B\u2060\uFEFF\u2248";
    private const string Minuses = "\u2212\u2010\u2011\u2012\u2013\uFE63\uFF0D";
    private const string Quotes = "\u201C\u201D\u201E\u201F\uFF02";
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private const string Subscripts = "₀₁₂₃₄₅₆₇₈₉";
    private const char FirstFullWidth = '\uFF01';
    private const char LastFullWidth = '\uFF5E';

    /// <summary>A text of JSON whose numbers, quotes and spaces are plain; what stands in strings stays.</summary>
    public static string Json(string text)
    {
        StringBuilder plain = new();
        StringBuilder outside = new();
        int place = 0;
        while (place < text.Length)
        {
            int end = EndOfUntouched(text, place);
            if (end == place)
            {
                outside.Append(text[place]);
                place++;
                continue;
            }

            plain.Append(Number(outside.ToString()));
            outside.Clear();
            string part = text[place..end];
            plain.Append(Quotes.Contains(part[0]) ? $"\"{part[1..^1]}\"" : part);
            place = end;
        }

        return plain.Append(Number(outside.ToString())).ToString();
    }

    /// <summary>Numbers, and what stands between them, in plain letters.</summary>
    public static string Number(string text)
    {
        StringBuilder plain = new(text.Length);
        foreach (char letter in text)
        {
            Append(plain, letter);
        }

        return PowerPattern().Replace(plain.ToString(), match => $"e{Digits(match.Groups["exponent"].Value, Superscripts).Replace('⁻', '-').Replace("⁺", "", StringComparison.Ordinal)}");
    }

    /// <summary>The name of a number in plain letters: <c>∂L/∂W₁</c> is <c>dL/dW1</c>.</summary>
    public static string Name(string text)
    {
        StringBuilder plain = new(text.Length);
        foreach (char letter in text)
        {
            Append(plain, letter switch { '\u2202' => 'd', '\u2032' or '\u2019' => '\'', _ => letter });
        }

        return Digits(plain.ToString(), Subscripts);
    }

    private static void Append(StringBuilder plain, char letter)
    {
        if (Nothing.Contains(letter))
        {
            return;
        }

        char other = letter is >= FirstFullWidth and <= LastFullWidth ? (char)(letter - FirstFullWidth + '!') : letter;
        plain.Append(Spaces.Contains(letter) ? ' ' : Minuses.Contains(letter) ? '-' : other);
    }

    private static string Digits(string text, string kind) => string.Concat(text.Select(letter => kind.Contains(letter) ? (char)('0' + kind.IndexOf(letter, StringComparison.Ordinal)) : letter));

    // Where a string or a comment that begins here ends; here, where none begins.
    private static int EndOfUntouched(string text, int place)
    {
        string next = place + 1 < text.Length ? text.Substring(place, 2) : "";
        if (next is "//" or "/*")
        {
            int end = text.IndexOf(next == "//" ? "\n" : "*/", place + 2, StringComparison.Ordinal);
            return end < 0 ? text.Length : end + (next == "//" ? 1 : 2);
        }

        bool isPlain = text[place] == '"';
        if (!isPlain && !Quotes.Contains(text[place]))
        {
            return place;
        }

        for (int end = place + 1; end < text.Length; end++)
        {
            if (text[end] == '\\')
            {
                end++;
            }
            else if (text[end] == '"' || (!isPlain && Quotes.Contains(text[end])))
            {
                return end + 1;
            }
        }

        return isPlain ? text.Length : place;
    }

    [GeneratedRegex(@"(?<=[0-9.])\s*[×·⋅∙*x]\s*10\s*(\^\s*(\(\s*(?<exponent>[+-]?[0-9]{1,4})\s*\)|\{\s*(?<exponent>[+-]?[0-9]{1,4})\s*\}|(?<exponent>[+-]?[0-9]{1,4}))|(?<exponent>[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}))", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex PowerPattern();
}
