using System.Globalization;
using System.Text.RegularExpressions;

namespace LoopNet.Data;

/// <summary>Numbers as many write them, and JSON does not: with a decimal comma, or as a fraction.</summary>
internal static partial class NumberHint
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

    /// <summary>What to write where a JSON text seems to have a decimal comma, as in <c>[0,15, 0,2]</c>, as the end of a message; nothing where it has none.</summary>
    /// <param name="json">The text; JSON reads a number on either side of such a comma.</param>
    /// <param name="place">Where in the text such a number has to be; null for anywhere.</param>
    public static string DecimalComma(string json, int? place = null)
    {
        foreach (Match match in ListCommaPattern().Matches(json).Where(match => match.Length <= LongestText))
        {
            if (place is null || (match.Index <= place && match.Index + match.Length >= place))
            {
                return $"; if {match.Value} is one number, write it with a decimal point: {match.Value.Replace(',', '.')}";
            }
        }

        return "";
    }

    /// <summary>Whether a text is a finite decimal number.</summary>
    public static bool IsNumber(string text)
    {
        string literal = text.Replace('\u2212', '-');
        return double.TryParse(literal, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number);
    }

    [GeneratedRegex(@"^[+\-\u2212]?[0-9]*,[0-9]+([eE][+\-]?[0-9]+)?$", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex CommaPattern();

    [GeneratedRegex(@"(?<=[\[\s:])-?[0-9]+,[0-9]+(?=,?[\s\]}]|,""|$)", RegexOptions.None, 30_000)]
    private static partial Regex ListCommaPattern();

    [GeneratedRegex(@"^[+\-\u2212]?[0-9.]+\s*/\s*[+\-\u2212]?[0-9.]+$", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex FractionPattern();
}
