using System.Runtime.CompilerServices;

namespace LoopNet;

/// <summary>e^x in vectors, with the bits of <see cref="CorrectlyRounded.Exp"/> (docs/math.md, chapter 11).</summary>
/// <remarks>
/// Correct rounding leaves no choice of bits, so the way is free: here a phase that is quicker still, and less accurate. A vector in
/// which it leaves a lane open is computed number by number.
/// </remarks>
internal static unsafe class ExpVectors<V>
    where V : struct, ILanes<V>
{
    /// <summary>2^-66: how far the estimate may be from 2^-m e^x.</summary>
    internal const double ErrorBound = 1.0 / (1L << 33) / (1L << 33);

    /// <summary>Up to this size of x every result is a normal number.</summary>
    private const double Limit = 708.0;

    /// <summary>The exponentials of numbers that stand one after another.</summary>
    /// <param name="x">The numbers.</param>
    /// <param name="to">Where their exponentials go; may be <paramref name="x"/>.</param>
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
                    V bound = V.All(ErrorBound);
                    Estimate(numbers, table, out V high, out V low, out V m);
                    V nearest = high + (low + bound);
                    V other = high + (low - bound);
                    if (V.AllEqual(nearest, other))
                    {
                        V.Store(V.TimesPowerOfTwo(nearest, m), to + i);
                        continue;
                    }
                }

                OneByOne(x + i, to + i);
            }
        }
    }

    /// <summary>As <see cref="QuickExp.Reduce"/>; the whole numbers k stand in the bits of <paramref name="k"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Reduce(V x, out V k, out V r, out V rest)
    {
        V shift = V.All(QuickExp.Shift);
        k = (x * V.All(QuickExp.StepsPerUnit)) + shift;
        V steps = k - shift;
        r = V.PlusProduct(x, steps, V.All(-QuickExp.StepHigh));
        rest = steps * V.All(-QuickExp.StepLow);
    }

    /// <summary>As <see cref="QuickExp.Estimate"/>, but with only the first term of e^r - 1 free of a rounding error, and up to r^6/720.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Estimate(V x, double* table, out V high, out V low, out V m)
    {
        Reduce(x, out V k, out V r, out V rest);
        m = k;
        V T = V.Pairs(table, k, out V tableRest);
        V w = rest + tableRest;

        V square = r * r;
        V second = V.All(1.0 / 24.0) + (r * V.All(1.0 / 120.0)) + (square * V.All(1.0 / 720.0));
        V first = V.All(1.0 / 2.0) + (r * V.All(1.0 / 6.0)) + (square * second);
        V small = T * square * first;

        V product = T * r;
        V productError = V.ProductError(T, r, product);
        high = T + product;
        V sumError = product - (high - T);
        low = small + (sumError + (productError + ((high + small) * w)));
    }

    // Not inlined, so that the loop above keeps its numbers in registers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void OneByOne(double* x, double* to)
    {
        for (int lane = 0; lane < V.Count; lane++)
        {
            to[lane] = CorrectlyRounded.Exp(x[lane]);
        }
    }
}
