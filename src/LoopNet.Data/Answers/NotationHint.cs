using System.Globalization;
using System.Text.RegularExpressions;

namespace LoopNet.Data;

/// <summary>Numbers as many write them, and JSON does not: with a decimal comma, or as a fraction.</summary>
internal static partial class NotationHint
{
    private const int LongestText = 60;

    /// <summary>What to write in place of an answer; null where nothing speaks against it.</summary>
    /// <param name="literal">The answer as it was written.</param>
    public static string? For(string literal)
    {
        string text = literal.Trim();
        if (CommaPattern().IsMatch(text))
        {
            string point = text.Replace(',', '.');
            return $"a decimal point: {(point.Length <= LongestText ? point : "0.25 in place of 0,25")}";
        }

        if (FractionPattern().IsMatch(text))
        {
            return "the quotient written out, for example 0.25 in place of 1/4";
        }

        return text.Length > LongestText && !IsNumber(text) ? "a finite decimal number, for example 0.0360 or 3.6e-2, or null for a blank" : null;
    }

    /// <summary>Whether a text is a finite decimal number.</summary>
    public static bool IsNumber(string text)
    {
        string literal = text.Replace('\u2212', '-');
        return double.TryParse(literal, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number);
    }

    [GeneratedRegex(@"^[+\-\u2212]?[0-9]*,[0-9]+([eE][+\-]?[0-9]+)?$", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex CommaPattern();

    [GeneratedRegex(@"^[+\-\u2212]?[0-9.]+\s*/\s*[+\-\u2212]?[0-9.]+$", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex FractionPattern();
}
