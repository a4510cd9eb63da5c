namespace LoopNet.Cli;

/// <summary>Numbers as a picture prints them.</summary>
internal static class NumberText
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>A loss as the command prints it, with five decimals; very small and very large ones with a power of ten.</summary>
    public static string Loss(double loss)
    {
        double size = Math.Abs(loss);
        if (size == 0.0 || (size >= 0.001 && size < 1000.0))
        {
            return $"{loss:F5}";
        }

        string[] parts = $"{loss:0.00e0}".Split('e');
        return $"{parts[0]} × {PowerOfTen(int.Parse(parts[1]))}";
    }

    /// <summary>A fraction as a percentage, as the command prints it.</summary>
    public static string Percent(double fraction) => $"{fraction * 100.0:F2} %";

    /// <summary>A power of ten with its exponent raised, for example 10⁻³.</summary>
    public static string PowerOfTen(int exponent)
    {
        string sign = exponent < 0 ? "⁻" : "";
        IEnumerable<char> digits = $"{Math.Abs(exponent)}".Select(digit => Superscripts[digit - '0']);
        return $"10{sign}{string.Concat(digits)}";
    }
}
