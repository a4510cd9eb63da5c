using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace LoopNet;

/// <summary>
/// Products without a rounding error: what rounding takes off a product is itself a double (docs/math.md, chapter 11).
/// </summary>
/// <remarks>
/// There are two ways, by one fused operation and by halves. Both are exact, so both give the same bits, as long as nothing
/// overflows or underflows: factors below 2^990 in size, and a product that is 0 or at least 2^-960. The factors in here are
/// 0 or lie between 2^-111 and 2^56.
/// </remarks>
[DebuggerStepThrough]
internal static class ErrorFree
{
    /// <summary>2^27 + 1, which splits a double into halves of 26 bits (Veltkamp).</summary>
    internal const double Splitter = 134217729.0;

    /// <summary>Whether the processor multiplies and adds with a single rounding: a constant once compiled.</summary>
    [SuppressMessage("ApiDesign", "RS0030:Do not use banned APIs", Justification = "Both ways give the same bits.")]
    public static bool HasFusedProduct
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Fma.IsSupported || AdvSimd.Arm64.IsSupported;
    }

    /// <summary><c>a b - product</c>, exactly.</summary>
    /// <param name="a">A factor.</param>
    /// <param name="b">The other factor.</param>
    /// <param name="product"><c>a * b</c>, rounded.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ProductError(double a, double b, double product)
    {
        if (HasFusedProduct)
        {
            return FusedProductError(a, b, product);
        }

        return SplitProductError(a, b, product);
    }

    /// <summary><c>x + a b</c>, exactly, where this number and <c>x</c> plus the rounded product are doubles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double PlusProduct(double x, double a, double b)
    {
        if (HasFusedProduct)
        {
            return FusedProductError(a, b, -x);
        }

        double product = a * b;
        return (x + product) + SplitProductError(a, b, product);
    }

    /// <summary><c>a b - product</c> by one operation; where this is a double, its one rounding changes nothing.</summary>
    [SuppressMessage("ApiDesign", "RS0030:Do not use banned APIs", Justification = "Of an exact result; SplitProductError gives the same bits.")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double FusedProductError(double a, double b, double product)
    {
        return Math.FusedMultiplyAdd(a, b, -product);
    }

    /// <summary><c>a b - product</c> by halves, whose products fit into a double (Dekker, 1971).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double SplitProductError(double a, double b, double product)
    {
        double aStretched = Splitter * a;
        double aHigh = aStretched - (aStretched - a);
        double aLow = a - aHigh;
        double bStretched = Splitter * b;
        double bHigh = bStretched - (bStretched - b);
        double bLow = b - bHigh;

        double error = (aHigh * bHigh) - product;
        error += aHigh * bLow;
        error += aLow * bHigh;
        error += aLow * bLow;
        return error;
    }
}
