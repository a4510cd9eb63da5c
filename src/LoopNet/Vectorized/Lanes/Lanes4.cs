using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LoopNet;

/// <summary>Four lanes: 256 bits.</summary>
internal readonly unsafe struct Lanes4 : ILanes<Lanes4>
{
    private readonly Vector256<double> _numbers;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes4(Vector256<double> numbers) => _numbers = numbers;

    public static int Count => 4;

    public static Lanes4 Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector256<double>.Zero);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 All(double number) => new(Vector256.Create(number));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Load(double* from) => new(Vector256.Load(from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes4 numbers, double* to) => Vector256.Store(numbers._numbers, to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 operator +(Lanes4 left, Lanes4 right) => new(left._numbers + right._numbers);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 operator -(Lanes4 left, Lanes4 right) => new(left._numbers - right._numbers);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 operator *(Lanes4 left, Lanes4 right) => new(left._numbers * right._numbers);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 operator /(Lanes4 left, Lanes4 right) => new(left._numbers / right._numbers);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 WherePositive(Lanes4 z, Lanes4 yes, Lanes4 no)
    {
        Vector256<double> positive = Vector256.GreaterThan(z._numbers, Vector256<double>.Zero);
        return new(Vector256.ConditionalSelect(positive, yes._numbers, no._numbers));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 WhereNotNegative(Lanes4 z, Lanes4 yes, Lanes4 no)
    {
        Vector256<double> notNegative = Vector256.GreaterThanOrEqual(z._numbers, Vector256<double>.Zero);
        return new(Vector256.ConditionalSelect(notNegative, yes._numbers, no._numbers));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllWithin(Lanes4 numbers, Lanes4 limit) => Vector256.LessThanOrEqualAll(Vector256.Abs(numbers._numbers), limit._numbers);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllEqual(Lanes4 left, Lanes4 right) => Vector256.EqualsAll(left._numbers, right._numbers);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 ProductError(Lanes4 left, Lanes4 right, Lanes4 product)
    {
        return ErrorFree.HasFusedProduct
            ? new(FusedProduct.Plus(-product._numbers, left._numbers, right._numbers))
            : SplitProduct<Lanes4>.Error(left, right, product);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 PlusProduct(Lanes4 numbers, Lanes4 left, Lanes4 right)
    {
        return ErrorFree.HasFusedProduct
            ? new(FusedProduct.Plus(numbers._numbers, left._numbers, right._numbers))
            : SplitProduct<Lanes4>.Plus(numbers, left, right);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Pairs(double* table, Lanes4 bits, out Lanes4 seconds)
    {
        Vector256<double> firsts = TablePairs.Load(table, bits._numbers.AsInt64(), out Vector256<double> secondNumbers);
        seconds = new(secondNumbers);
        return new(firsts);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 TimesPowerOfTwo(Lanes4 numbers, Lanes4 bits)
    {
        Vector256<long> exponents = (bits._numbers.AsInt64() >>> 7) << 52;
        return new((numbers._numbers.AsInt64() + exponents).AsDouble());
    }
}
