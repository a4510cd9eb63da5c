using System.Globalization;

namespace LoopNet.Checking;

/// <summary>What the digits are counted from, and where a 5 at the end goes.</summary>
internal enum RoundingRule
{
    /// <summary>From the first digit that is not 0; a last 5 goes up, as people round.</summary>
    SignificantDigits,

    /// <summary>From the point; a last 5 goes up.</summary>
    Decimals,

    /// <summary>From the first digit that is not 0; a last 5 goes where the double behind it lies, as programs print.</summary>
    SignificantDigitsPrinted,

    /// <summary>From the point; a last 5 goes where the double behind it lies.</summary>
    DecimalsPrinted,

    /// <summary>From the first digit that is not 0; the digit before a last 5 becomes even, as the functions of programs round.</summary>
    SignificantDigitsEven,

    /// <summary>From the point; the digit before a last 5 becomes even.</summary>
    DecimalsEven,
}

/// <summary>A number with few digits.</summary>
internal static class RoundedNumber
{
    private const double TieWithin = 1e-6;

    /// <summary>The number, rounded.</summary>
    /// <param name="number">Any number; one that is not finite stays as it is.</param>
    /// <param name="digits">How many digits.</param>
    /// <param name="rule">Counted from where, and what becomes of ties.</param>
    public static double Of(double number, int digits, RoundingRule rule)
    {
        if (number == 0.0 || !double.IsFinite(number))
        {
            return number;
        }

        bool significant = rule is RoundingRule.SignificantDigits or RoundingRule.SignificantDigitsPrinted or RoundingRule.SignificantDigitsEven;
        string written = number.ToString("E15", CultureInfo.InvariantCulture);
        int exponent = int.Parse(written[(written.IndexOf('E', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture);
        int decimals = significant ? digits - 1 - exponent : digits;
        double scale = double.Parse(Invariant($"1E{Math.Abs(decimals)}"), CultureInfo.InvariantCulture);
        double scaled = decimals >= 0 ? number * scale : number / scale;
        bool tie = Math.Abs(Math.Abs(scaled - Math.Truncate(scaled)) - 0.5) < TieWithin;
        bool printed = rule is RoundingRule.SignificantDigitsPrinted or RoundingRule.DecimalsPrinted;
        if (tie && printed)
        {
            // .NET prints the exact value of a double, correctly rounded.
            string format = significant ? Invariant($"E{digits - 1}") : Invariant($"F{digits}");
            return double.Parse(number.ToString(format, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        }

        // NumPy and .NET take the scaled double as it is, and a tie to the even neighbour.
        bool even = rule is RoundingRule.SignificantDigitsEven or RoundingRule.DecimalsEven;
        double whole = tie && !even ? Math.Truncate(scaled) + Math.Sign(scaled) : Math.Round(scaled);
        return decimals >= 0 ? whole / scale : whole * scale;
    }
}
