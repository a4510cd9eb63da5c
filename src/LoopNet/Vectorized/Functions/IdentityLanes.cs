using System.Runtime.CompilerServices;

namespace LoopNet;

/// <summary>The identity in vectors.</summary>
internal sealed unsafe class IdentityLanes<V>(int size) : LaneFunction<V>(size)
    where V : struct, ILanes<V>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Value(double* z, double* a)
    {
        for (int i = 0; i < Stride; i += V.Count)
        {
            V.Store(V.Load(z + i), a + i);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void ThroughActivation(double* z, double* a, double* dL_da, double* dL_dz)
    {
        for (int i = 0; i < Stride; i += V.Count)
        {
            V.Store(V.Zero + V.Load(dL_da + i), dL_dz + i);
        }
    }
}
