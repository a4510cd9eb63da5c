using System.Runtime.CompilerServices;

namespace LoopNet;

/// <summary>
/// The numbers that the twin treats itself. A step that meets any other, be it infinite, not a number or merely enormous, is done by the
/// literal loops, so that what they say of it and what they leave behind is theirs.
/// </summary>
/// <remarks>
/// The limits are generous (2^300 has 91 digits) and leave no way for a parameter to overflow unseen: one step changes it by
/// at most eta dL/dz a, each at most 2^300. So parameters are always finite, and an input of 0 times any of them is exactly 0.
/// </remarks>
internal static unsafe class Ordinary
{
    /// <summary>The largest magnitude of an input, a target, a weighted sum, a gradient, or the learning rate: 2^300.</summary>
    public static readonly double Limit = Math.ScaleB(1.0, 300);

    /// <summary>The largest magnitude of a parameter that the twin starts with: 2^1000.</summary>
    public static readonly double ParameterLimit = Math.ScaleB(1.0, 1000);

    /// <summary>Whether all numbers are within a limit; not a number is not.</summary>
    public static bool Are(ReadOnlySpan<double> numbers, double limit)
    {
        foreach (double number in numbers)
        {
            if (!(Math.Abs(number) <= limit))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether all numbers of a row are within <see cref="Limit"/>.</summary>
    /// <param name="row">The first number.</param>
    /// <param name="stride">How many, a multiple of eight.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Are<V>(double* row, int stride)
        where V : struct, ILanes<V>
    {
        V limit = V.All(Limit);
        bool ordinary = true;
        for (int lane = 0; lane < stride; lane += V.Count)
        {
            ordinary &= V.AllWithin(V.Load(row + lane), limit);
        }

        return ordinary;
    }
}
