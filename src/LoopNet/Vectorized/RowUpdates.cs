using System.Runtime.CompilerServices;

namespace LoopNet;

/// <summary>
/// Rows of parameters that move down their gradient: <c>rows[index[p]] -= eta (slopes factors[p])</c>, U1 with the product of B5 inside.
/// </summary>
/// <remarks>
/// The gradient of one sample is a product of two numbers, dL/dz[j] and a[k], in whichever order; it is multiplied by eta
/// afterwards, never before: <c>eta (u v)</c> and <c>(eta u) v</c> differ in their last bit. B5's <c>0.0 +</c> can be left
/// out: it only turns -0.0 into 0.0, and a parameter, which is never -0.0 itself, is the same less either.
/// Rows go by from the last to the first: the forward pass has just left the last ones in the nearest cache.
/// </remarks>
internal static unsafe class RowUpdates<V>
    where V : struct, ILanes<V>
{
    /// <summary>Moves rows by the gradient of one sample.</summary>
    /// <param name="rows">The first row of the parameters.</param>
    /// <param name="stride">The numbers of a row, a multiple of eight.</param>
    /// <param name="index">Which rows.</param>
    /// <param name="factors">The factor of the gradient that belongs to each of them.</param>
    /// <param name="count">How many rows.</param>
    /// <param name="slopes">The other factor of the gradient, <paramref name="stride"/> numbers.</param>
    /// <param name="eta">The learning rate.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Move(double* rows, int stride, int* index, double* factors, int count, double* slopes, double eta)
    {
        int lane = 0;
        for (; lane + (4 * V.Count) <= stride; lane += 4 * V.Count)
        {
            MoveFour(rows + lane, stride, index, factors, count, slopes + lane, eta);
        }

        for (; lane + (2 * V.Count) <= stride; lane += 2 * V.Count)
        {
            MoveTwo(rows + lane, stride, index, factors, count, slopes + lane, eta);
        }

        for (; lane < stride; lane += V.Count)
        {
            MoveOne(rows + lane, stride, index, factors, count, slopes + lane, eta);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void MoveFour(double* rows, nint stride, int* index, double* factors, int count, double* slopes, double eta)
    {
        V rate = V.All(eta);
        V slope0 = V.Load(slopes);
        V slope1 = V.Load(slopes + V.Count);
        V slope2 = V.Load(slopes + (2 * V.Count));
        V slope3 = V.Load(slopes + (3 * V.Count));
        for (nint place = count - 1; place >= 0; place--)
        {
            double* row = rows + (index[place] * stride);
            V factor = V.All(factors[place]);
            V.Store(V.Load(row) - (rate * (slope0 * factor)), row);
            V.Store(V.Load(row + V.Count) - (rate * (slope1 * factor)), row + V.Count);
            V.Store(V.Load(row + (2 * V.Count)) - (rate * (slope2 * factor)), row + (2 * V.Count));
            V.Store(V.Load(row + (3 * V.Count)) - (rate * (slope3 * factor)), row + (3 * V.Count));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void MoveTwo(double* rows, nint stride, int* index, double* factors, int count, double* slopes, double eta)
    {
        V rate = V.All(eta);
        V slope0 = V.Load(slopes);
        V slope1 = V.Load(slopes + V.Count);
        for (nint place = count - 1; place >= 0; place--)
        {
            double* row = rows + (index[place] * stride);
            V factor = V.All(factors[place]);
            V.Store(V.Load(row) - (rate * (slope0 * factor)), row);
            V.Store(V.Load(row + V.Count) - (rate * (slope1 * factor)), row + V.Count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void MoveOne(double* rows, nint stride, int* index, double* factors, int count, double* slopes, double eta)
    {
        V rate = V.All(eta);
        V slope = V.Load(slopes);
        for (nint place = count - 1; place >= 0; place--)
        {
            double* row = rows + (index[place] * stride);
            V.Store(V.Load(row) - (rate * (slope * V.All(factors[place]))), row);
        }
    }
}
