using System.Globalization;

namespace LoopNet.Tests.Cultures;

/// <summary>Lets everything until its end run as in another country.</summary>
internal sealed class OtherCulture : IDisposable
{
    private readonly CultureInfo _before = Current;

    /// <summary>Begins.</summary>
    public OtherCulture(CultureInfo culture) => Current = culture;

    /// <summary>
    /// A country that nobody lives in, where nothing of a number is written as LoopNet writes it: the point, the signs, the groups, the
    /// exponent's sign, and what is no number.
    /// </summary>
    public static CultureInfo Contrary()
    {
        CultureInfo culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat = new NumberFormatInfo
        {
            NumberDecimalSeparator = ",",
            PercentDecimalSeparator = ",",
            NumberGroupSeparator = "\u00a0",
            PercentGroupSeparator = "\u00a0",
            NumberGroupSizes = [2, 3],
            NegativeSign = "\u2212",
            PositiveSign = "\u200f+",
            NumberNegativePattern = 3,
            PercentPositivePattern = 2,
            PercentSymbol = "\u066a",
            NaNSymbol = "keine Zahl",
            PositiveInfinitySymbol = "\u221e",
            NegativeInfinitySymbol = "\u2212\u221e",
        };
        return culture;
    }

    /// <summary>Ends.</summary>
    public void Dispose() => Current = _before;

    // The one place where the culture of a thread is meant: here it is set, so that nothing else depends on it.
#pragma warning disable RS0030
    private static CultureInfo Current
    {
        get => CultureInfo.CurrentCulture;
        set => CultureInfo.CurrentCulture = value;
    }
#pragma warning restore RS0030
}
