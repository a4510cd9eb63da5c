namespace LoopNet.Checking;

/// <summary>Functions beside those of the core, each derived from them.</summary>
internal static class Functions
{
    private static readonly double Ln2 = CorrectlyRounded.Log(2.0);
    private static readonly double Ln10 = CorrectlyRounded.Log(10.0);

    /// <summary>The logarithm to base 2: of a number of possibilities, how many bits it takes to say which.</summary>
    public static double Log2(double number) => CorrectlyRounded.Log(number) / Ln2;

    /// <summary>2 to a power.</summary>
    public static double Exp2(double power) => CorrectlyRounded.Exp(power * Ln2);

    /// <summary>10 to a power.</summary>
    public static double Exp10(double power) => CorrectlyRounded.Exp(power * Ln10);
}
