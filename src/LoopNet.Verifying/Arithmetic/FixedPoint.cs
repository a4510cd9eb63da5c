using System.Collections.Concurrent;
using System.Numerics;

namespace LoopNet.Verifying;

/// <summary>exp, ln and tanh in whole numbers that count units of 2^-bits, by the series that school books have.</summary>
/// <remarks>
/// No result is off by more than <see cref="Error"/> units. A quotient or shift drops less than 1 unit, a series has fewer than
/// bits/3 terms of at most 2 such each, and what it leaves off is less than 1. So ln 2 is off by less than bits, its multiples, at most
/// the 1,076th, by less than 1,076 bits, and the rest stays below twice that.
/// </remarks>
internal static class FixedPoint
{
    // Near enough to choose the power of 2.
    private const double NearLnTwo = 0.6931471805599453;

    private static readonly ConcurrentDictionary<int, BigInteger> LnTwos = new();

    /// <summary>How many units a result of this class may be off.</summary>
    public static BigInteger Error(int bits) => 4096 * (BigInteger)bits;

    /// <summary>e^x = 2^power e^r, with r from -ln 2 / 2 to ln 2 / 2 and e^r = 1 + r + r^2/2! + r^3/3! + ...</summary>
    /// <param name="x">From -746 to 710.</param>
    /// <param name="bits">The units are 2^-bits.</param>
    /// <param name="power">The power of 2.</param>
    /// <returns>e^r.</returns>
    public static BigInteger Exp(double x, int bits, out int power)
    {
        power = (int)Math.Round(x / NearLnTwo);
        BigInteger r = Of(x, bits) - (power * LnTwo(bits));
        BigInteger term = BigInteger.One << bits;
        BigInteger sum = term;
        for (int n = 1; !term.IsZero; n++)
        {
            term = (term * r >> bits) / n;
            sum += term;
        }

        return sum;
    }

    /// <summary>ln x = ln m + power ln 2, with x = m 2^power and m from 3/4 to 3/2.</summary>
    public static BigInteger Ln(double x, int bits)
    {
        (long digits, int exponent) = Parts(x);
        int length = 64 - BitOperations.LeadingZeroCount((ulong)digits);
        int power = exponent + length - 1;
        BigInteger one = BigInteger.One << bits;
        BigInteger m = Shifted(digits, bits - length + 1);
        if (2 * m >= 3 * one)
        {
            m >>= 1;
            power++;
        }

        return (power * LnTwo(bits)) + TwiceArtanh(((m - one) << bits) / (m + one), bits);
    }

    /// <summary>tanh a = (e^2a - 1) / (e^2a + 1), for a from 2^-27 to 20.</summary>
    public static BigInteger Tanh(double a, int bits)
    {
        BigInteger one = BigInteger.One << bits;
        BigInteger e = Exp(2.0 * a, bits, out int power) << power;
        return ((e - one) << bits) / (e + one);
    }

    /// <summary>The double nearest to a whole number times a power of 2; a tie goes away from 0.</summary>
    public static double Rounded(BigInteger number, int power)
    {
        // A double has 53 bits, and none below 2^-1074.
        BigInteger size = BigInteger.Abs(number);
        int unit = Math.Max((int)size.GetBitLength() + power - 53, -1074);
        int dropped = unit - power;
        BigInteger kept = dropped > 0 ? (size + (BigInteger.One << (dropped - 1))) >> dropped : size << -dropped;
        double nearest = Math.ScaleB((double)(long)kept, unit);
        return number.Sign < 0 ? -nearest : nearest;
    }

    // ln 2 = 2 artanh(1/3), since (1 + 1/3) / (1 - 1/3) = 2.
    private static BigInteger LnTwo(int bits) => LnTwos.GetOrAdd(bits, wanted => TwiceArtanh((BigInteger.One << wanted) / 3, wanted));

    /// <summary>2 artanh w = 2 (w + w^3/3 + w^5/5 + ...) = ln((1 + w) / (1 - w)).</summary>
    private static BigInteger TwiceArtanh(BigInteger w, int bits)
    {
        BigInteger square = w * w >> bits;
        BigInteger power = w;
        BigInteger sum = BigInteger.Zero;
        for (int n = 1; !power.IsZero && power != BigInteger.MinusOne; n += 2)
        {
            sum += power / n;
            power = power * square >> bits;
        }

        return 2 * sum;
    }

    // A double in units, rounded down.
    private static BigInteger Of(double x, int bits)
    {
        (long digits, int power) = Parts(x);
        return Shifted(digits, power + bits);
    }

    private static BigInteger Shifted(BigInteger number, int places) => places >= 0 ? number << places : number >> -places;

    // A finite double is a whole number of at most 53 bits times a power of 2.
    private static (long Digits, int Power) Parts(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        int field = (int)(bits >> 52) & 0x7FF;
        long fraction = bits & ((1L << 52) - 1);
        long digits = field == 0 ? fraction : fraction | (1L << 52);
        return (x < 0.0 ? -digits : digits, Math.Max(field, 1) - 1075);
    }
}
