using System.Globalization;

namespace LoopNet.Cli;

/// <summary>Numbers as lines of output and pictures print them.</summary>
internal static class NumberText
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>A number of things, for example <c>1 epoch</c> or <c>2,500 epochs</c>.</summary>
    public static string Count(long number, string noun) => number == 1 ? $"1 {noun}" : Invariant($"{number:N0} {noun}s");

    /// <summary>A part of a whole as a percentage, for example <c>95.37 %</c>.</summary>
    public static string Percent(double part, double whole = 1.0) => Invariant($"{100.0 * part / whole:F2} %");

    /// <summary>A loss with five decimals; very small and very large ones with a power of ten.</summary>
    public static string Loss(double loss)
    {
        double size = Math.Abs(loss);
        if (size == 0.0 || (size >= 0.001 && size < 1000.0))
        {
            return Invariant($"{loss:F5}");
        }

        string[] parts = Invariant($"{loss:0.00e0}").Split('e');
        return $"{parts[0]} × {PowerOfTen(int.Parse(parts[1], CultureInfo.InvariantCulture))}";
    }

    /// <summary>A power of ten with its exponent raised, for example 10⁻³.</summary>
    public static string PowerOfTen(int exponent)
    {
        string sign = exponent < 0 ? "⁻" : "";
        IEnumerable<char> digits = Invariant($"{Math.Abs(exponent)}").Select(digit => Superscripts[digit - '0']);
        return $"10{sign}{string.Concat(digits)}";
    }
}
