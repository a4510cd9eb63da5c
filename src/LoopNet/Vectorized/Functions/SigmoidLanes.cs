using System.Runtime.CompilerServices;

namespace LoopNet;

/// <summary>The sigmoid in vectors.</summary>
internal sealed unsafe class SigmoidLanes<V>(int size) : LaneFunction<V>(size)
    where V : struct, ILanes<V>
{
    /// <inheritdoc/>
    /// <remarks>Both branches of the literal function take the exponential of -|z|; they differ in the numerator.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Value(double* z, double* a)
    {
        for (int i = 0; i < Stride; i += V.Count)
        {
            V sum = V.Load(z + i);
            V.Store(V.WhereNotNegative(sum, V.Zero - sum, sum), a + i);
        }

        ExpVectors<V>.Values(a, a, Stride);
        V one = V.All(1.0);
        for (int i = 0; i < Stride; i += V.Count)
        {
            V e = V.Load(a + i);
            V numerator = V.WhereNotNegative(V.Load(z + i), one, e);
            V.Store(numerator / (one + e), a + i);
        }

        for (int i = Size; i < Stride; i++)
        {
            a[i] = 0.0;
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void ThroughActivation(double* z, double* a, double* dL_da, double* dL_dz)
    {
        V one = V.All(1.0);
        for (int i = 0; i < Stride; i += V.Count)
        {
            V output = V.Load(a + i);
            V derivative = output * (one - output);
            V.Store(V.Zero + (derivative * V.Load(dL_da + i)), dL_dz + i);
        }
    }
}
