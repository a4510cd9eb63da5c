namespace LoopNet.Verifying;

/// <summary>Units in the last place: doubles counted in their order.</summary>
internal static class Units
{
    /// <summary>How far exp, ln and tanh of another library may lie from the doubles nearest to the true values.</summary>
    public const int Tolerance = 2;

    /// <summary>The number that lies some doubles above a number, or below it; infinities stay.</summary>
    public static double Away(double number, int units)
    {
        for (int count = 0; count < Math.Abs(units) && double.IsFinite(number); count++)
        {
            number = units > 0 ? Math.BitIncrement(number) : Math.BitDecrement(number);
        }

        return number;
    }

    /// <summary>How many doubles lie between two numbers, the second one counted.</summary>
    public static ulong Apart(double first, double second)
    {
        Int128 difference = (Int128)Order(first) - Order(second);
        return (ulong)(difference < 0 ? -difference : difference);
    }

    /// <summary>Whether two numbers are the same to the bit; 0 and -0 are not.</summary>
    public static bool AreSame(double first, double second)
    {
        return BitConverter.DoubleToInt64Bits(first) == BitConverter.DoubleToInt64Bits(second);
    }

    private static long Order(double number)
    {
        long bits = BitConverter.DoubleToInt64Bits(number);
        return bits >= 0 ? bits : long.MinValue - bits;
    }
}
