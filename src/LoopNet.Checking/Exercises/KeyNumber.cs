using System.Globalization;

namespace LoopNet.Checking;

/// <summary>Writes the numbers of a key down as a person does.</summary>
public static class KeyNumber
{
    /// <summary>A number with a certain count of significant digits; with fewer where it is exactly that short, without an exponent.</summary>
    /// <param name="number">A finite number.</param>
    /// <param name="digits">How many, at least 1.</param>
    public static string Text(double number, int digits)
    {
        if (Math.Abs(number) <= WrittenNumber.AbsoluteTolerance)
        {
            return "0";
        }

        double rounded = RoundedNumber.Of(number, digits, RoundingRule.SignificantDigits);
        string scientific = rounded.ToString(Invariant($"E{digits - 1}"), CultureInfo.InvariantCulture);
        int exponent = int.Parse(scientific[(scientific.IndexOf('E', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture);
        int decimals = digits - 1 - exponent;
        if (decimals <= 0)
        {
            // No digit before the point is left out: it would claim to be a 0.
            return number.ToString("F0", CultureInfo.InvariantCulture);
        }

        string text = rounded.ToString(Invariant($"F{decimals}"), CultureInfo.InvariantCulture);
        bool isExact = Math.Abs(number - rounded) <= WrittenNumber.RelativeTolerance * Math.Abs(number);
        return isExact ? text.TrimEnd('0').TrimEnd('.') : text;
    }
}
