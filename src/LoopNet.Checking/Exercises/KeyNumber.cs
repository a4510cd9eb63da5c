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
        string text = Padded(number, digits);
        double written = double.Parse(text, CultureInfo.InvariantCulture);
        bool isExact = Math.Abs(number - written) <= Math.Max(WrittenNumber.AbsoluteTolerance, WrittenNumber.RelativeTolerance * Math.Abs(number));
        return isExact && text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }

    /// <summary>A number with all the digits that are asked for, zeros at its end among them; 0 with as many decimals.</summary>
    /// <param name="number">A finite number.</param>
    /// <param name="digits">How many, at least 1.</param>
    public static string Padded(double number, int digits)
    {
        if (Math.Abs(number) <= WrittenNumber.AbsoluteTolerance)
        {
            return 0.0.ToString(Invariant($"F{digits}"), CultureInfo.InvariantCulture);
        }

        double rounded = RoundedNumber.Of(number, digits, RoundingRule.SignificantDigits);
        string scientific = rounded.ToString(Invariant($"E{digits - 1}"), CultureInfo.InvariantCulture);
        int exponent = int.Parse(scientific[(scientific.IndexOf('E', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture);
        int decimals = digits - 1 - exponent;

        // No digit before the point is left out: it would claim to be a 0.
        return decimals <= 0 ? number.ToString("F0", CultureInfo.InvariantCulture) : rounded.ToString(Invariant($"F{decimals}"), CultureInfo.InvariantCulture);
    }
}
