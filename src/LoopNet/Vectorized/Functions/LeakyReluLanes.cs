using System.Runtime.CompilerServices;

namespace LoopNet;

/// <summary>Leaky ReLU in vectors.</summary>
internal sealed unsafe class LeakyReluLanes<V>(double slope, int size) : LaneFunction<V>(size)
    where V : struct, ILanes<V>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Value(double* z, double* a)
    {
        V factor = V.All(slope);
        for (int i = 0; i < Stride; i += V.Count)
        {
            V sum = V.Load(z + i);
            V.Store(V.WherePositive(sum, sum, V.Zero + (factor * sum)), a + i);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void ThroughActivation(double* z, double* a, double* dL_da, double* dL_dz)
    {
        V one = V.All(1.0);
        V factor = V.All(slope);
        for (int i = 0; i < Stride; i += V.Count)
        {
            V derivative = V.WherePositive(V.Load(z + i), one, factor);
            V.Store(V.Zero + (derivative * V.Load(dL_da + i)), dL_dz + i);
        }
    }
}
