using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LoopNet;

/// <summary>Reads for each lane the pair of a table whose number stands in the last 7 bits of the lane, and parts firsts from seconds.</summary>
internal static unsafe class TablePairs
{
    private const long LastBits = 127;

    /// <summary>For two lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Load(double* table, Vector128<long> bits, out Vector128<double> seconds)
    {
        nint place0 = 2 * (nint)(bits.GetElement(0) & LastBits);
        nint place1 = 2 * (nint)(bits.GetElement(1) & LastBits);
        seconds = Vector128.Create(table[place0 + 1], table[place1 + 1]);
        return Vector128.Create(table[place0], table[place1]);
    }

    /// <summary>For four lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Load(double* table, Vector256<long> bits, out Vector256<double> seconds)
    {
        if (!Avx.IsSupported)
        {
            Vector128<double> lower = Load(table, bits.GetLower(), out Vector128<double> lowerSeconds);
            Vector128<double> upper = Load(table, bits.GetUpper(), out Vector128<double> upperSeconds);
            seconds = Vector256.Create(lowerSeconds, upperSeconds);
            return Vector256.Create(lower, upper);
        }

        // Pairs are read whole. In bytes: a pair has 16.
        Vector256<long> places = (bits & Vector256.Create(LastBits)) << 4;
        long* place = (long*)&places;
        Vector256<double> even = Vector256.Create(Pair(table, place[0]), Pair(table, place[2]));
        Vector256<double> odd = Vector256.Create(Pair(table, place[1]), Pair(table, place[3]));
        seconds = Avx.UnpackHigh(even, odd);
        return Avx.UnpackLow(even, odd);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Pair(double* table, long place) => Vector128.Load((double*)((byte*)table + place));
}
