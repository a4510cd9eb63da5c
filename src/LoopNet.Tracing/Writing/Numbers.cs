using System.Globalization;

namespace LoopNet.Tracing;

/// <summary>Writes numbers to a fixed number of significant digits, the same on every system.</summary>
/// <param name="Digits">1 to <see cref="MostDigits"/>.</param>
/// <exception cref="ArgumentOutOfRangeException">It is less or more.</exception>
public sealed record Numbers(int Digits)
{
    /// <summary>A double has no more significant digits.</summary>
    public const int MostDigits = 17;

    /// <summary>How many significant digits a text has where nobody asks for another number.</summary>
    public const int DefaultDigits = 10;

    /// <summary>What stands behind each number that is <see cref="Marked"/>; Pages/Template/numbers.js looks for it.</summary>
    private const char Mark = '~';

    /// <summary>Every number exact, in its shortest form, and a mark behind it: a page rounds it to the digits that its reader wants.</summary>
    internal static Numbers Marked { get; } = new(MostDigits) { IsMarked = true };

    /// <summary>How many significant digits are written, 1 to <see cref="MostDigits"/>.</summary>
    public int Digits { get; } = Digits is >= 1 and <= MostDigits
        ? Digits
        : throw new ArgumentOutOfRangeException(nameof(Digits), Digits, $"A number is written to 1 to {MostDigits} significant digits.");

    private bool IsMarked { get; init; }

    /// <summary>A number, for example <c>0.3775</c> or <c>1.5e-7</c>.</summary>
    /// <remarks>
    /// A number beside 1 that would be shown as 1 gets all its digits: 1 less than it and its logarithm live on what rounding hides.
    /// </remarks>
    public string Write(double number)
    {
        if (IsMarked)
        {
            return $"{WithPlainExponent(number.ToString("R", CultureInfo.InvariantCulture))}{Mark}";
        }

        string text = number.ToString(Invariant($"G{Digits}"), CultureInfo.InvariantCulture);
        if ((text is "1" or "-1") && Math.Abs(number) != 1.0)
        {
            text = number.ToString("R", CultureInfo.InvariantCulture);
        }

        return WithPlainExponent(text);
    }

    /// <summary>A number as a factor or a term: a negative one in parentheses.</summary>
    public string Part(double number) => number < 0.0 ? $"({Write(number)})" : Write(number);

    // 1E-07 is written 1e-7.
    private static string WithPlainExponent(string text)
    {
        int exponent = text.IndexOf('E', StringComparison.Ordinal);
        return exponent < 0 ? text : Invariant($"{text[..exponent]}e{int.Parse(text[(exponent + 1)..], CultureInfo.InvariantCulture)}");
    }
}
