using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LoopNet;

/// <summary>Eight lanes: 512 bits.</summary>
internal readonly unsafe struct Lanes8 : ILanes<Lanes8>
{
    private readonly Vector512<double> _numbers;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes8(Vector512<double> numbers) => _numbers = numbers;

    public static int Count => 8;

    public static Lanes8 Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector512<double>.Zero);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 All(double number) => new(Vector512.Create(number));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Load(double* from) => new(Vector512.Load(from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes8 numbers, double* to) => Vector512.Store(numbers._numbers, to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 operator +(Lanes8 left, Lanes8 right) => new(left._numbers + right._numbers);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 operator -(Lanes8 left, Lanes8 right) => new(left._numbers - right._numbers);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 operator *(Lanes8 left, Lanes8 right) => new(left._numbers * right._numbers);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 operator /(Lanes8 left, Lanes8 right) => new(left._numbers / right._numbers);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 WherePositive(Lanes8 z, Lanes8 yes, Lanes8 no)
    {
        Vector512<double> positive = Vector512.GreaterThan(z._numbers, Vector512<double>.Zero);
        return new(Vector512.ConditionalSelect(positive, yes._numbers, no._numbers));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 WhereNotNegative(Lanes8 z, Lanes8 yes, Lanes8 no)
    {
        Vector512<double> notNegative = Vector512.GreaterThanOrEqual(z._numbers, Vector512<double>.Zero);
        return new(Vector512.ConditionalSelect(notNegative, yes._numbers, no._numbers));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllWithin(Lanes8 numbers, Lanes8 limit) => Vector512.LessThanOrEqualAll(Vector512.Abs(numbers._numbers), limit._numbers);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllEqual(Lanes8 left, Lanes8 right) => Vector512.EqualsAll(left._numbers, right._numbers);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 ProductError(Lanes8 left, Lanes8 right, Lanes8 product)
    {
        return ErrorFree.HasFusedProduct
            ? new(FusedProduct.Plus(-product._numbers, left._numbers, right._numbers))
            : SplitProduct<Lanes8>.Error(left, right, product);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 PlusProduct(Lanes8 numbers, Lanes8 left, Lanes8 right)
    {
        return ErrorFree.HasFusedProduct
            ? new(FusedProduct.Plus(numbers._numbers, left._numbers, right._numbers))
            : SplitProduct<Lanes8>.Plus(numbers, left, right);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Pairs(double* table, Lanes8 bits, out Lanes8 seconds)
    {
        Vector512<long> numbers = bits._numbers.AsInt64();
        Vector256<double> lower = TablePairs.Load(table, numbers.GetLower(), out Vector256<double> lowerSeconds);
        Vector256<double> upper = TablePairs.Load(table, numbers.GetUpper(), out Vector256<double> upperSeconds);
        seconds = new(Vector512.Create(lowerSeconds, upperSeconds));
        return new(Vector512.Create(lower, upper));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 TimesPowerOfTwo(Lanes8 numbers, Lanes8 bits)
    {
        Vector512<long> exponents = (bits._numbers.AsInt64() >>> 7) << 52;
        return new((numbers._numbers.AsInt64() + exponents).AsDouble());
    }
}
