using System.Globalization;

namespace LoopNet.Tests.CorrectRounding;

/// <summary>Doubles in hexadecimal, as C and Python write them: 0x1.8p+1 is 3.</summary>
internal static class HexNumber
{
    /// <summary>Reads a number exactly; <c>inf</c>, <c>-inf</c> and <c>nan</c> too.</summary>
    /// <exception cref="FormatException">The text is no such number, or has more bits than a double.</exception>
    public static double Parse(string text)
    {
        switch (text)
        {
            case "inf":
                return double.PositiveInfinity;
            case "-inf":
                return double.NegativeInfinity;
            case "nan":
                return double.NaN;
        }

        bool negative = text.StartsWith('-');
        string[] parts = text[(negative ? 1 : 0)..].Split('p');
        string[] digits = parts[0].Split('.');
        if (parts.Length != 2 || digits.Length > 2 || !digits[0].StartsWith("0x", StringComparison.Ordinal))
        {
            throw new FormatException(text);
        }

        string fraction = digits.Length == 2 ? digits[1] : "";
        long number = long.Parse(digits[0][2..] + fraction, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        int exponent = int.Parse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) - (4 * fraction.Length);
        double size = Math.ScaleB(number, exponent);
        if (number >= 1L << 53 || Math.ScaleB(size, -exponent) != number)
        {
            throw new FormatException($"{text} is no double");
        }

        return negative ? -size : size;
    }
}
