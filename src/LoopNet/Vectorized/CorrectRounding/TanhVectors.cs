using System.Runtime.CompilerServices;

namespace LoopNet;

/// <summary>
/// tanh x in vectors, with the bits of <see cref="CorrectlyRounded.Tanh"/>: the lines of <see cref="QuickTanh"/>, lane by lane. A vector in
/// which a lane is left open is computed number by number.
/// </summary>
internal static unsafe class TanhVectors<V>
    where V : struct, ILanes<V>
{
    /// <summary>Beyond this size of x the results are nearly all 1.</summary>
    private const double Limit = 19.0;

    /// <summary>2^-27: below this size of x the result is x.</summary>
    private const double Tiny = 1.0 / (1L << 27);

    /// <summary>The hyperbolic tangents of numbers that stand one after another.</summary>
    /// <param name="x">The numbers.</param>
    /// <param name="to">Where their hyperbolic tangents go; may be <paramref name="x"/>.</param>
    /// <param name="count">How many: whole vectors.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Values(double* x, double* to, int count)
    {
        fixed (double* table = ExpTable.Pairs)
        {
            for (int i = 0; i < count; i += V.Count)
            {
                V numbers = V.Load(x + i);
                if (V.AllWithin(numbers, V.All(Limit)))
                {
                    V a = V.WhereNotNegative(numbers, numbers, V.Zero - numbers);
                    Estimate(a, table, out V high, out V low);
                    V bound = Bound(a);
                    V nearest = high + (low + bound);
                    V other = high + (low - bound);
                    if (V.AllEqual(nearest, other))
                    {
                        V signed = V.WhereNotNegative(numbers, nearest, V.Zero - nearest);
                        V.Store(V.WherePositive(V.All(Tiny) - a, numbers, signed), to + i);
                        continue;
                    }
                }

                OneByOne(x + i, to + i);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Bound(V a)
    {
        V one = V.All(1.0);
        V share = a * V.All(1.0 / QuickTanh.SmallArgument);
        return V.All(QuickTanh.ErrorBound) * V.WherePositive(one - share, share, one);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Estimate(V a, double* table, out V high, out V low)
    {
        ExpMinusOne(a + a, table, out V M, out V MRest);

        V two = V.All(2.0);
        V D = M + two;
        V added = D - M;
        V DRest = (M - (D - added)) + (two - added) + MRest;

        V reciprocal = V.All(1.0) / D;
        high = M * reciprocal;
        V product = high * D;
        V productError = V.ProductError(high, D, product);
        V left = ((M - product) - productError) + (MRest - (high * DRest));
        low = left * reciprocal;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ExpMinusOne(V x, double* table, out V M, out V MRest)
    {
        ExpVectors<V>.Reduce(x, out V k, out V r, out V rest);
        Series(r, out V e, out V eRest);

        V T = V.TimesPowerOfTwo(V.Pairs(table, k, out V tableRest), k);
        V w = rest + tableRest;

        V one = V.All(1.0);
        V start = T - one;
        V startError = (T - start) - one;
        V product = T * e;
        V productError = V.ProductError(T, e, product);
        V sum = start + product;
        V sumError = product - (sum - start);
        V small = T * eRest;
        V low = sumError + (startError + (productError + (small + ((T + product + small) * w))));

        M = sum + low;
        MRest = low - (M - sum);
    }

    /// <summary><see cref="QuickExp.Series"/>, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Series(V r, out V e, out V eRest)
    {
        V half = V.All(0.5) * r;
        V square = r * half;
        V squareError = V.ProductError(r, half, square);

        V first = V.All(1.0 / 3.0) + (r * V.All(1.0 / 12.0));
        V second = V.All(1.0 / 30.0) + (r * V.All(1.0 / 180.0)) + (square * V.All(1.0 / 630.0));
        V cubic = r * square * (first + (square * second));

        e = r + square;
        V sumError = square - (e - r);
        eRest = sumError + (squareError + cubic);
    }

    // Not inlined, so that the loop above keeps its numbers in registers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void OneByOne(double* x, double* to)
    {
        for (int lane = 0; lane < V.Count; lane++)
        {
            to[lane] = CorrectlyRounded.Tanh(x[lane]);
        }
    }
}
