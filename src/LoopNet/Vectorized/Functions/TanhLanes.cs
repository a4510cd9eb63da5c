using System.Runtime.CompilerServices;

namespace LoopNet;

/// <summary>The hyperbolic tangent in vectors.</summary>
internal sealed unsafe class TanhLanes<V>(int size) : LaneFunction<V>(size)
    where V : struct, ILanes<V>
{
    /// <inheritdoc/>
    public override void Value(double* z, double* a) => TanhVectors<V>.Values(z, a, Stride);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void ThroughActivation(double* z, double* a, double* dL_da, double* dL_dz)
    {
        V one = V.All(1.0);
        for (int i = 0; i < Stride; i += V.Count)
        {
            V output = V.Load(a + i);
            V derivative = one - (output * output);
            V.Store(V.Zero + (derivative * V.Load(dL_da + i)), dL_dz + i);
        }
    }
}
