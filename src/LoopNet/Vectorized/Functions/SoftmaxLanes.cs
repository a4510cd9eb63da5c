using System.Runtime.CompilerServices;

namespace LoopNet;

/// <summary>
/// Softmax: its exponentials in vectors, their sum one by one, in the order of the units; its Jacobian row by row,
/// in vectors, and only those rows that a gradient other than 0 is multiplied with.
/// </summary>
/// <remarks>With cross-entropy and a one-hot target, that is one row.</remarks>
internal sealed unsafe class SoftmaxLanes<V>(int size) : LaneFunction<V>(size)
    where V : struct, ILanes<V>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Value(double* z, double* a)
    {
        double max = z[0];
        for (int i = 1; i < Size; i++)
        {
            if (z[i] > max)
            {
                max = z[i];
            }
        }

        V largest = V.All(max);
        for (int i = 0; i < Stride; i += V.Count)
        {
            V.Store(V.Load(z + i) - largest, a + i);
        }

        FillUp(a);
        ExpVectors<V>.Values(a, a, Stride);
        FillUp(a);
        double sum = 0.0;
        for (int i = 0; i < Size; i++)
        {
            sum += a[i];
        }

        V divisor = V.All(sum);
        for (int i = 0; i < Stride; i += V.Count)
        {
            V.Store(V.Load(a + i) / divisor, a + i);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void ThroughActivation(double* z, double* a, double* dL_da, double* dL_dz)
    {
        for (int j = 0; j < Stride; j += V.Count)
        {
            V.Store(V.Zero, dL_dz + j);
        }

        for (int i = 0; i < Size; i++)
        {
            if (dL_da[i] == 0.0)
            {
                continue;
            }

            // The diagonal has a formula of its own.
            double rest = 1.0 - a[i];
            double diagonal = dL_dz[i] + (a[i] * rest * dL_da[i]);

            V output = V.All(a[i]);
            V slope = V.All(dL_da[i]);
            for (int j = 0; j < Stride; j += V.Count)
            {
                V da_dz = V.Zero - (output * V.Load(a + j));
                V.Store(V.Load(dL_dz + j) + (da_dz * slope), dL_dz + j);
            }

            dL_dz[i] = diagonal;
        }
    }

    // 0 where there are no units: no number there is out of the range of the exponentials.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void FillUp(double* a)
    {
        for (int i = Size; i < Stride; i++)
        {
            a[i] = 0.0;
        }
    }
}
