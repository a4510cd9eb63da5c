using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace LoopNet;

/// <summary>The quick phase of ln x = exponent ln 2 + ln(1/c) + ln(m c), with m c near 1 (docs/math.md, chapter 11).</summary>
[DebuggerStepThrough]
internal static class QuickLog
{
    /// <summary>2^-76: how far <see cref="Estimate"/> may be from ln x.</summary>
    public const double ErrorBound = 1.0 / (1L << 38) / (1L << 38);

    /// <summary>Below this size of a logarithm the bound shrinks, with the third power of the size: 3/1024.</summary>
    public const double SmallValue = 3.0 / 1024.0;

    /// <summary>2^-105: what it does not shrink below, times the logarithm.</summary>
    public const double SmallestShare = 1.0 / (1L << 52) / (1L << 53);

    /// <summary>ln 2 to 42 bits: times an exponent it is exact.</summary>
    internal const double Ln2High = 0.6931471805598903;

    /// <summary>ln 2 - <see cref="Ln2High"/>.</summary>
    internal const double Ln2Low = 5.497923018708371e-14;

    /// <summary>3 * 2^43: added to a number around 1, it rounds it to a multiple of 1/256.</summary>
    private const double Shift = 26388279066624.0;

    private const int FirstFraction = 171;

    private const long ExponentOfOne = 1023L << 52;

    /// <summary>Rounds ln x, where the estimate is good enough to tell how.</summary>
    /// <param name="x">Above 0, not 1, and finite.</param>
    /// <param name="nearest">The double nearest to ln x, or one next to it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRound(double x, out double nearest)
    {
        Estimate(x, out double high, out double low);
        double bound = Bound(high);
        nearest = high + (low + bound);
        return nearest == high + (low - bound);
    }

    /// <summary>How far an estimate may be from the logarithm.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Bound(double high)
    {
        double size = Math.Abs(high);
        double share = Math.Min(1.0, size * (1.0 / SmallValue));
        return (ErrorBound * share * share * share) + (SmallestShare * size);
    }

    /// <summary>ln x = <paramref name="high"/> + <paramref name="low"/>, nearly.</summary>
    /// <param name="x">Above 0, not 1, and finite.</param>
    /// <param name="high">The larger part.</param>
    /// <param name="low">Less than 2^-16 times <paramref name="high"/> in size.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Estimate(double x, out double high, out double low)
    {
        Decompose(x, out double exponent, out double m);

        // c is the multiple of 1/256 nearest to 1/m; m c = (1 + z) (1 + rest), with z at most 0.003 in size.
        double c = ((1.0 / m) + Shift) - Shift;
        double near = m * c;
        double nearError = ErrorFree.ProductError(m, c, near);
        double z = near - 1.0;
        double rest = nearError / near;

        // ln(1 + z) = z - z^2/2 + z^3/3 - ... + z^9/9, the first two terms without a rounding error.
        double half = 0.5 * z;
        double square = z * half;
        double squareError = ErrorFree.ProductError(z, half, square);
        double zz = z * z;
        double third = (1.0 / 7.0) - (z * (1.0 / 8.0)) + (zz * (1.0 / 9.0));
        double second = (1.0 / 5.0) - (z * (1.0 / 6.0)) + (zz * third);
        double first = (1.0 / 3.0) - (z * (1.0 / 4.0)) + (zz * second);
        double cubic = z * zz * first;

        // The large parts one after another, each sum with its rounding error.
        int pair = 2 * ((int)(256.0 * c) - FirstFraction);
        double powerOfTwo = exponent * Ln2High;
        double fraction = LogTable.Pairs[pair];
        double coarse = powerOfTwo + fraction;
        double coarseError = fraction - (coarse - powerOfTwo);
        double linear = coarse + z;
        double linearError = z - (linear - coarse);
        high = linear - square;
        double highError = (linear - high) - square;
        double small = (exponent * Ln2Low) + LogTable.Pairs[pair + 1] + rest;
        low = coarseError + linearError + highError + (small + (cubic - squareError));
    }

    /// <summary>x = 2^exponent m, with m from 3/4 to 3/2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Decompose(double x, out double exponent, out double m)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        long power = (bits >> 52) - 1023;
        if (power == -1023)
        {
            // A subnormal number has no leading 1: times 2^54 it has.
            bits = BitConverter.DoubleToInt64Bits(x * (1L << 54));
            power = (bits >> 52) - 1023 - 54;
        }

        m = BitConverter.Int64BitsToDouble((bits & ((1L << 52) - 1)) | ExponentOfOne);
        if (m >= 1.5)
        {
            m = 0.5 * m;
            power++;
        }

        exponent = power;
    }
}
