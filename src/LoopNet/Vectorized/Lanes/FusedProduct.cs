using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LoopNet;

/// <summary>Sums with a product, rounded once: for vectors, where the sum is a double and the rounding changes nothing.</summary>
/// <remarks>Where the processor has no such instruction, <see cref="SplitProduct{V}"/> gives the same bits sooner.</remarks>
[SuppressMessage("ApiDesign", "RS0030:Do not use banned APIs", Justification = "Of exact results; SplitProduct gives the same bits.")]
internal static class FusedProduct
{
    /// <summary><c>numbers + left right</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Plus(Vector128<double> numbers, Vector128<double> left, Vector128<double> right)
    {
        return Vector128.FusedMultiplyAdd(left, right, numbers);
    }

    /// <summary><c>numbers + left right</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Plus(Vector256<double> numbers, Vector256<double> left, Vector256<double> right)
    {
        return Vector256.FusedMultiplyAdd(left, right, numbers);
    }

    /// <summary><c>numbers + left right</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Plus(Vector512<double> numbers, Vector512<double> left, Vector512<double> right)
    {
        return Vector512.FusedMultiplyAdd(left, right, numbers);
    }
}
