using System.Runtime.CompilerServices;

namespace LoopNet;

/// <summary>One lane: an ordinary number, for machines without vectors.</summary>
internal readonly unsafe struct Lane1 : ILanes<Lane1>
{
    private readonly double _number;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lane1(double number) => _number = number;

    public static int Count => 1;

    public static Lane1 Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(0.0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 All(double number) => new(number);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 Load(double* from) => new(*from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lane1 numbers, double* to) => *to = numbers._number;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 operator +(Lane1 left, Lane1 right) => new(left._number + right._number);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 operator -(Lane1 left, Lane1 right) => new(left._number - right._number);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 operator *(Lane1 left, Lane1 right) => new(left._number * right._number);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 operator /(Lane1 left, Lane1 right) => new(left._number / right._number);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 WherePositive(Lane1 z, Lane1 yes, Lane1 no) => z._number > 0.0 ? yes : no;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 WhereNotNegative(Lane1 z, Lane1 yes, Lane1 no) => z._number >= 0.0 ? yes : no;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllWithin(Lane1 numbers, Lane1 limit) => Math.Abs(numbers._number) <= limit._number;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllEqual(Lane1 left, Lane1 right) => left._number == right._number;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 ProductError(Lane1 left, Lane1 right, Lane1 product)
    {
        return new(ErrorFree.ProductError(left._number, right._number, product._number));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 PlusProduct(Lane1 numbers, Lane1 left, Lane1 right)
    {
        return new(ErrorFree.PlusProduct(numbers._number, left._number, right._number));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 Pairs(double* table, Lane1 bits, out Lane1 seconds)
    {
        nint first = 2 * (nint)(BitConverter.DoubleToInt64Bits(bits._number) & 127);
        seconds = new(table[first + 1]);
        return new(table[first]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane1 TimesPowerOfTwo(Lane1 numbers, Lane1 bits)
    {
        long exponent = (BitConverter.DoubleToInt64Bits(bits._number) >>> 7) << 52;
        return new(BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(numbers._number) + exponent));
    }
}
