using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace LoopNet;

/// <summary>
/// The quick phase of e^x: a sum of two doubles that is left unadded, and whose distance from the true value has a proven bound
/// (docs/math.md, chapter 11).
/// </summary>
[DebuggerStepThrough]
internal static class QuickExp
{
    /// <summary>2^-76: how far <see cref="Estimate"/> may be from 2^-m e^x.</summary>
    public const double ErrorBound = 1.0 / (1L << 38) / (1L << 38);

    /// <summary>128 / ln 2.</summary>
    internal const double StepsPerUnit = 184.6649652337873;

    /// <summary>The double nearest to ln 2 / 128.</summary>
    internal const double StepHigh = 0.0054152123481245725;

    /// <summary>ln 2 / 128 - <see cref="StepHigh"/>.</summary>
    internal const double StepLow = 1.8117553233174215e-19;

    /// <summary>3 * 2^51. Added to a smaller number, it leaves a whole one, which stands in the last bits of the sum.</summary>
    internal const double Shift = 6755399441055744.0;

    /// <summary>Rounds e^x, where the estimate is good enough to tell how.</summary>
    /// <param name="x">From -708.396 to 709.783, where the result is a normal number.</param>
    /// <param name="nearest">The double nearest to e^x.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRound(double x, out double nearest)
    {
        Estimate(x, out double high, out double low, out long m);
        double above = high + (low + ErrorBound);
        double below = high + (low - ErrorBound);

        // Times 2^m: m is added to the bits of the exponent. What rounds up to 2^1024 becomes infinity that way.
        nearest = BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(above) + (m << 52));
        return above == below;
    }

    /// <summary>The same where the result is subnormal, and so has fewer bits.</summary>
    /// <param name="x">From -745.14 to -708.397.</param>
    /// <param name="nearest">The double nearest to e^x.</param>
    public static bool TryRoundSubnormal(double x, out double nearest)
    {
        Estimate(x, out double high, out double low, out long m);

        // The last bit of a subnormal number is 2^-1074. In a sum with 2^(-1022 - m) the last bit is 2^(-1074 - m), so it is rounded there.
        double anchor = BitConverter.Int64BitsToDouble((1 - m) << 52);
        double bound = ErrorBound * anchor;
        double sum = anchor + high;
        double sumError = high - (sum - anchor);
        double above = sum + (sumError + (low + bound));
        double below = sum + (sumError + (low - bound));

        // The bits of a subnormal number count multiples of 2^-1074: here, the bits from the anchor on.
        nearest = BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(above) - BitConverter.DoubleToInt64Bits(anchor));
        return above == below;
    }

    /// <summary>e^x = 2^<paramref name="m"/> (<paramref name="high"/> + <paramref name="low"/>), nearly.</summary>
    /// <param name="x">From -746 to 710.</param>
    /// <param name="high">From 0.997 to 1.995.</param>
    /// <param name="low">Less than 2^-27 in size.</param>
    /// <param name="m">The power of 2, from -1076 to 1024.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Estimate(double x, out double high, out double low, out long m)
    {
        Reduce(x, out long k, out double r, out double rest);
        Series(r, out double e, out double eRest);

        // e^x = 2^m T (1 + e + eRest) (1 + w), with T the double nearest to 2^(j/128) and k = 128 m + j.
        m = k >> 7;
        int pair = 2 * (int)(k & 127);
        double T = ExpTable.Pairs[pair];
        double w = rest + ExpTable.Pairs[pair + 1];

        double product = T * e;
        double productError = ErrorFree.ProductError(T, e, product);
        high = T + product;
        double sumError = product - (high - T);
        double small = T * eRest;
        low = sumError + (productError + (small + ((high + small) * w)));
    }

    /// <summary>x = k ln 2 / 128 + r + rest, with r at most 0.0027077 in size and without a rounding error.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Reduce(double x, out long k, out double r, out double rest)
    {
        double shifted = (x * StepsPerUnit) + Shift;
        double steps = shifted - Shift;
        k = BitConverter.DoubleToInt64Bits(shifted) - BitConverter.DoubleToInt64Bits(Shift);
        r = ErrorFree.PlusProduct(x, steps, -StepHigh);
        rest = steps * -StepLow;
    }

    /// <summary>e^r - 1 = r + r^2/2 + r^3/6 + ... + r^7/5040, the first two terms without a rounding error.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Series(double r, out double e, out double eRest)
    {
        double half = 0.5 * r;
        double square = r * half;
        double squareError = ErrorFree.ProductError(r, half, square);

        // r^3/6 + ... + r^7/5040 = r s (1/3 + r/12 + s (1/30 + r/180 + s/630)), with s = r^2/2.
        double first = (1.0 / 3.0) + (r * (1.0 / 12.0));
        double second = (1.0 / 30.0) + (r * (1.0 / 180.0)) + (square * (1.0 / 630.0));
        double cubic = r * square * (first + (square * second));

        e = r + square;
        double sumError = square - (e - r);
        eRest = sumError + (squareError + cubic);
    }
}
