using System.Runtime.CompilerServices;

namespace LoopNet;

/// <summary>Products without a rounding error, by halves, in vectors: <see cref="ErrorFree"/> lane by lane.</summary>
internal static class SplitProduct<V>
    where V : struct, ILanes<V>
{
    /// <summary><c>left right - product</c>, exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Error(V left, V right, V product)
    {
        V splitter = V.All(ErrorFree.Splitter);
        V leftStretched = splitter * left;
        V leftHigh = leftStretched - (leftStretched - left);
        V leftLow = left - leftHigh;
        V rightStretched = splitter * right;
        V rightHigh = rightStretched - (rightStretched - right);
        V rightLow = right - rightHigh;

        V error = (leftHigh * rightHigh) - product;
        error += leftHigh * rightLow;
        error += leftLow * rightHigh;
        error += leftLow * rightLow;
        return error;
    }

    /// <summary><c>numbers + left right</c>, exactly, where this and <c>numbers</c> plus the rounded product are doubles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Plus(V numbers, V left, V right)
    {
        V product = left * right;
        return (numbers + product) + Error(left, right, product);
    }
}
