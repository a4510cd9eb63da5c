using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace LoopNet;

/// <summary>The quick phase of tanh a = M / (M + 2), with M = e^2a - 1 (docs/math.md, chapter 11).</summary>
[DebuggerStepThrough]
internal static class QuickTanh
{
    /// <summary>2^-78: how far <see cref="Estimate"/> may be from tanh a.</summary>
    public const double ErrorBound = 1.0 / (1L << 39) / (1L << 39);

    /// <summary>Below this argument the bound shrinks with it: 2^-10.</summary>
    public const double SmallArgument = 1.0 / (1L << 10);

    /// <summary>Rounds tanh a, where the estimate is good enough to tell how.</summary>
    /// <param name="a">From 2^-27 to 19.1.</param>
    /// <param name="nearest">The double nearest to tanh a.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRound(double a, out double nearest)
    {
        Estimate(a, out double high, out double low);
        double bound = Bound(a);
        nearest = high + (low + bound);
        return nearest == high + (low - bound);
    }

    /// <summary>How far an estimate may be from tanh a.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Bound(double a) => ErrorBound * Math.Min(1.0, a / SmallArgument);

    /// <summary>tanh a = <paramref name="high"/> + <paramref name="low"/>, nearly.</summary>
    /// <param name="a">From 2^-27 to 19.1.</param>
    /// <param name="high">The quotient, nearly.</param>
    /// <param name="low">Less than 2^-50 times <paramref name="high"/> in size.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Estimate(double a, out double high, out double low)
    {
        ExpMinusOne(2.0 * a, out double M, out double MRest);

        double D = M + 2.0;
        double added = D - M;
        double DRest = (M - (D - added)) + (2.0 - added) + MRest;

        // Long division: a first quotient, what it leaves over, and the quotient of that.
        double reciprocal = 1.0 / D;
        high = M * reciprocal;
        double product = high * D;
        double productError = ErrorFree.ProductError(high, D, product);
        double left = ((M - product) - productError) + (MRest - (high * DRest));
        low = left * reciprocal;
    }

    /// <summary>M + MRest = e^x - 1, nearly, for x from 2^-26 to 38.2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ExpMinusOne(double x, out double M, out double MRest)
    {
        QuickExp.Reduce(x, out long k, out double r, out double rest);
        QuickExp.Series(r, out double e, out double eRest);

        // e^x - 1 = (T - 1) + T (e + eRest) + e^x w, with T nearest to 2^(k/128).
        int pair = 2 * (int)(k & 127);
        long bits = BitConverter.DoubleToInt64Bits(ExpTable.Pairs[pair]) + ((k >> 7) << 52);
        double T = BitConverter.Int64BitsToDouble(bits);
        double w = rest + ExpTable.Pairs[pair + 1];

        double start = T - 1.0;
        double startError = (T - start) - 1.0;
        double product = T * e;
        double productError = ErrorFree.ProductError(T, e, product);
        double sum = start + product;
        double sumError = product - (sum - start);
        double small = T * eRest;
        double low = sumError + (startError + (productError + (small + ((T + product + small) * w))));

        M = sum + low;
        MRest = low - (M - sum);
    }
}
