using System.Diagnostics;
using System.Numerics;

namespace LoopNet;

/// <summary>A whole number times a power of 2, as every finite double is one.</summary>
/// <param name="Number">The whole number.</param>
/// <param name="Exponent">Of the power of 2.</param>
[DebuggerStepThrough]
internal readonly record struct Dyadic(BigInteger Number, int Exponent)
{
    /// <summary>The exact value of a double.</summary>
    public static Dyadic Of(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        int field = (int)(bits >> 52) & 0x7FF;
        long digits = bits & ((1L << 52) - 1);
        long number = field == 0 ? digits : digits | (1L << 52);
        return new Dyadic(x < 0.0 ? -number : number, Math.Max(field, 1) - 1075);
    }

    /// <summary>In units of 2^-<paramref name="bits"/>, rounded down.</summary>
    public BigInteger InUnits(int bits) => Shift(Number, Exponent + bits);

    /// <summary>A number times a power of 2, rounded down.</summary>
    public static BigInteger Shift(BigInteger number, int exponent)
    {
        return exponent >= 0 ? number << exponent : number >> -exponent;
    }
}
