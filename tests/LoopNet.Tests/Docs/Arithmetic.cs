using System.Globalization;
using System.Text.RegularExpressions;

namespace LoopNet.Tests;

/// <summary>The value of a line of arithmetic in a document, such as <c>0.5*(-0.2) + exp(-1)</c>.</summary>
public sealed partial class Arithmetic
{
    private readonly string[] _tokens;
    private int _next;

    private Arithmetic(string[] tokens) => _tokens = tokens;

    /// <summary>The value; null for a text that is not arithmetic alone.</summary>
    public static double? Of(string text)
    {
        string[] tokens = [.. Tokens().Matches(text).Select(match => match.Value)];
        if (tokens.Length == 0 || string.Concat(tokens) != text.Replace(" ", "", StringComparison.Ordinal))
        {
            return null;
        }

        Arithmetic arithmetic = new(tokens);
        double? value = arithmetic.Sum();
        return arithmetic._next == tokens.Length ? value : null;
    }

    private double? Sum()
    {
        double? value = Product();
        while (Takes("+") is bool plus && (plus || Takes("-")))
        {
            double? term = Product();
            value = plus ? value + term : value - term;
        }

        return value;
    }

    private double? Product()
    {
        double? value = Power();
        while (Takes("*") is bool times && (times || Takes("/")))
        {
            double? factor = Power();
            value = times ? value * factor : value / factor;
        }

        return value;
    }

    private double? Power()
    {
        double? value = Part();
        if (!Takes("**") && !Takes("^"))
        {
            return value;
        }

        double? power = Part();
        return value is double number && power is double exponent ? Math.Pow(number, exponent) : null;
    }

    private double? Part()
    {
        if (Takes("-"))
        {
            return -Part();
        }

        if (Takes("exp"))
        {
            return Part() is double power ? Math.Exp(power) : null;
        }

        if (Takes("("))
        {
            double? value = Sum();
            return Takes(")") ? value : null;
        }

        bool isNumber = double.TryParse(_next < _tokens.Length ? _tokens[_next] : "", NumberStyles.Float, CultureInfo.InvariantCulture, out double number);
        _next++;
        return isNumber ? number : null;
    }

    private bool Takes(string token)
    {
        bool isNext = _next < _tokens.Length && _tokens[_next] == token;
        _next += isNext ? 1 : 0;
        return isNext;
    }

    [GeneratedRegex(@"\d+(\.\d+)?(e[+-]?\d+)?|\*\*|[-+*/^()]|exp")]
    private static partial Regex Tokens();
}
