using System.Globalization;

namespace LoopNet.Verifying;

/// <summary>Writes numbers to some significant digits, as the text of a trace does (docs/trace-format.md).</summary>
internal static class NumberText
{
    /// <summary>A number, for example <c>0.3775</c> or <c>1.5e-7</c>; one that would be shown as 1 without being it has all its digits.</summary>
    public static string Of(double number, int digits)
    {
        string text = number.ToString(Invariant($"G{digits}"), CultureInfo.InvariantCulture);
        if ((text is "1" or "-1") && Math.Abs(number) != 1.0)
        {
            text = number.ToString("R", CultureInfo.InvariantCulture);
        }

        int exponent = text.IndexOf('E', StringComparison.Ordinal);
        return exponent < 0 ? text : Invariant($"{text[..exponent]}e{int.Parse(text[(exponent + 1)..], CultureInfo.InvariantCulture)}");
    }
}
