using System.Runtime.CompilerServices;

namespace LoopNet;

/// <summary>
/// Softmax: its value one by one, as the sum of exponentials runs over the units themselves; its Jacobian row by row,
/// in vectors, and only those rows that a gradient other than 0 is multiplied with.
/// </summary>
/// <remarks>With cross-entropy and a one-hot target, that is one row.</remarks>
internal sealed unsafe class SoftmaxLanes<V>(int size) : LaneFunction<V>(size)
    where V : struct, ILanes<V>
{
    private readonly Rows _jacobianRow = new(1, size);

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

        double sum = 0.0;
        for (int i = 0; i < Size; i++)
        {
            a[i] = Math.Exp(z[i] - max);
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

        double* da_dz = _jacobianRow.Start;
        for (int i = 0; i < Size; i++)
        {
            if (dL_da[i] == 0.0)
            {
                continue;
            }

            V output = V.All(a[i]);
            for (int j = 0; j < Stride; j += V.Count)
            {
                V.Store(V.Zero - (output * V.Load(a + j)), da_dz + j);
            }

            double rest = 1.0 - a[i];
            da_dz[i] = a[i] * rest;

            V slope = V.All(dL_da[i]);
            for (int j = 0; j < Stride; j += V.Count)
            {
                V.Store(V.Load(dL_dz + j) + (V.Load(da_dz + j) * slope), dL_dz + j);
            }
        }
    }
}
