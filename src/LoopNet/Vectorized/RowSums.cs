using System.Runtime.CompilerServices;

namespace LoopNet;

/// <summary>
/// Sums of rows, each row times a number: <c>start + rows[index[0]] factors[0] + rows[index[1]] factors[1] + ...</c>, in this order.
/// </summary>
/// <remarks>
/// Three equations are such a sum. F1 adds a row of W^T for each input; B7 adds a row of W for each unit; M1 adds the gradients
/// of the samples, one after another. A lane is one unit (or, in B7, one input): it goes through the terms in the order of the literal
/// loop and never meets another lane. A row whose factor is 0 would add exactly nothing, so lists may leave it out.
/// </remarks>
internal static unsafe class RowSums<V>
    where V : struct, ILanes<V>
{
    /// <summary>Computes the sums.</summary>
    /// <param name="start">What the sums start with, <paramref name="stride"/> numbers: zeros, or the sums so far.</param>
    /// <param name="rows">The first row.</param>
    /// <param name="stride">The numbers of a row, a multiple of eight.</param>
    /// <param name="index">Which rows, in order.</param>
    /// <param name="factors">What each of them is multiplied by.</param>
    /// <param name="factorStep">From one factor to the next; 0 where all are the same.</param>
    /// <param name="count">How many rows.</param>
    /// <param name="sums">Receives the sums; may be <paramref name="start"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(double* start, double* rows, int stride, int* index, double* factors, nint factorStep, int count, double* sums)
    {
        // The sums stay in registers while the rows go by: four vectors of them at a time, then two, then one.
        int lane = 0;
        for (; lane + (4 * V.Count) <= stride; lane += 4 * V.Count)
        {
            AddToFour(start + lane, rows + lane, stride, index, factors, factorStep, count, sums + lane);
        }

        for (; lane + (2 * V.Count) <= stride; lane += 2 * V.Count)
        {
            AddToTwo(start + lane, rows + lane, stride, index, factors, factorStep, count, sums + lane);
        }

        for (; lane < stride; lane += V.Count)
        {
            AddToOne(start + lane, rows + lane, stride, index, factors, factorStep, count, sums + lane);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddToFour(double* start, double* rows, nint stride, int* index, double* factors, nint factorStep, int count, double* sums)
    {
        V sum0 = V.Load(start);
        V sum1 = V.Load(start + V.Count);
        V sum2 = V.Load(start + (2 * V.Count));
        V sum3 = V.Load(start + (3 * V.Count));
        for (nint place = 0; place < count; place++)
        {
            double* row = rows + (index[place] * stride);
            V factor = V.All(factors[place * factorStep]);
            sum0 += V.Load(row) * factor;
            sum1 += V.Load(row + V.Count) * factor;
            sum2 += V.Load(row + (2 * V.Count)) * factor;
            sum3 += V.Load(row + (3 * V.Count)) * factor;
        }

        V.Store(sum0, sums);
        V.Store(sum1, sums + V.Count);
        V.Store(sum2, sums + (2 * V.Count));
        V.Store(sum3, sums + (3 * V.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddToTwo(double* start, double* rows, nint stride, int* index, double* factors, nint factorStep, int count, double* sums)
    {
        V sum0 = V.Load(start);
        V sum1 = V.Load(start + V.Count);
        for (nint place = 0; place < count; place++)
        {
            double* row = rows + (index[place] * stride);
            V factor = V.All(factors[place * factorStep]);
            sum0 += V.Load(row) * factor;
            sum1 += V.Load(row + V.Count) * factor;
        }

        V.Store(sum0, sums);
        V.Store(sum1, sums + V.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddToOne(double* start, double* rows, nint stride, int* index, double* factors, nint factorStep, int count, double* sums)
    {
        V sum = V.Load(start);
        for (nint place = 0; place < count; place++)
        {
            double* row = rows + (index[place] * stride);
            sum += V.Load(row) * V.All(factors[place * factorStep]);
        }

        V.Store(sum, sums);
    }
}
