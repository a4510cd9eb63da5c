using System.Globalization;

namespace LoopNet.Tests.Published;

/// <summary>One number of a publication, and what an independent computation says of it.</summary>
/// <param name="Key">What the file calls it, for example <c>dW2</c>.</param>
/// <param name="Index">Its place where the key stands for several numbers, for example <c>[0,1]</c>; else empty.</param>
/// <param name="Printed">The digits as printed.</param>
/// <param name="Status"><c>ok</c>, <c>last-digit</c> or <c>MISMATCH</c>.</param>
/// <param name="Computed">The right value, from that computation.</param>
public sealed record PublishedNumber(string Key, string Index, string Printed, string Status, double Computed)
{
    // What a double holds of any decimal. One publication prints more, and there the last digits are those of its own rounding errors.
    private const int DigitsOfADouble = 15;

    /// <summary>Key and place, for example <c>dW2[0,1]</c>.</summary>
    public string Name => Key + Index;

    /// <summary>By how many units of the last printed digit the printed number is off, once <paramref name="right"/> is rounded to as many digits.</summary>
    public static int UnitsOff(string printed, double right)
    {
        int decimals = Decimals(printed);
        decimal rounded = Math.Round(Exact(right), decimals, MidpointRounding.AwayFromZero);
        decimal claimed = Math.Round(decimal.Parse(printed, CultureInfo.InvariantCulture), decimals, MidpointRounding.AwayFromZero);
        decimal units = Math.Abs(rounded - claimed);
        for (int place = 0; place < decimals; place++)
        {
            units *= 10m;
        }

        return (int)Math.Min(units, int.MaxValue);
    }

    private static int Decimals(string printed)
    {
        int point = printed.IndexOf('.', StringComparison.Ordinal);
        int decimals = point < 0 ? 0 : printed.Length - point - 1;
        int significant = printed.Replace(".", "").TrimStart('-', '0').Length;
        return decimals - Math.Max(0, significant - DigitsOfADouble);
    }

    private static decimal Exact(double number) => decimal.Parse(number.ToString("F25", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
