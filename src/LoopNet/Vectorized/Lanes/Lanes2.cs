using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LoopNet;

/// <summary>Two lanes: 128 bits.</summary>
internal readonly unsafe struct Lanes2 : ILanes<Lanes2>
{
    private readonly Vector128<double> _numbers;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes2(Vector128<double> numbers) => _numbers = numbers;

    public static int Count => 2;

    public static Lanes2 Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector128<double>.Zero);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2 All(double number) => new(Vector128.Create(number));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2 Load(double* from) => new(Vector128.Load(from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes2 numbers, double* to) => Vector128.Store(numbers._numbers, to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2 operator +(Lanes2 left, Lanes2 right) => new(left._numbers + right._numbers);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2 operator -(Lanes2 left, Lanes2 right) => new(left._numbers - right._numbers);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2 operator *(Lanes2 left, Lanes2 right) => new(left._numbers * right._numbers);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2 operator /(Lanes2 left, Lanes2 right) => new(left._numbers / right._numbers);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2 WherePositive(Lanes2 z, Lanes2 yes, Lanes2 no)
    {
        Vector128<double> positive = Vector128.GreaterThan(z._numbers, Vector128<double>.Zero);
        return new(Vector128.ConditionalSelect(positive, yes._numbers, no._numbers));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2 WhereNotNegative(Lanes2 z, Lanes2 yes, Lanes2 no)
    {
        Vector128<double> notNegative = Vector128.GreaterThanOrEqual(z._numbers, Vector128<double>.Zero);
        return new(Vector128.ConditionalSelect(notNegative, yes._numbers, no._numbers));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllWithin(Lanes2 numbers, Lanes2 limit) => Vector128.LessThanOrEqualAll(Vector128.Abs(numbers._numbers), limit._numbers);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllEqual(Lanes2 left, Lanes2 right) => Vector128.EqualsAll(left._numbers, right._numbers);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2 ProductError(Lanes2 left, Lanes2 right, Lanes2 product)
    {
        return ErrorFree.HasFusedProduct
            ? new(FusedProduct.Plus(-product._numbers, left._numbers, right._numbers))
            : SplitProduct<Lanes2>.Error(left, right, product);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2 PlusProduct(Lanes2 numbers, Lanes2 left, Lanes2 right)
    {
        return ErrorFree.HasFusedProduct
            ? new(FusedProduct.Plus(numbers._numbers, left._numbers, right._numbers))
            : SplitProduct<Lanes2>.Plus(numbers, left, right);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2 Pairs(double* table, Lanes2 bits, out Lanes2 seconds)
    {
        Vector128<double> firsts = TablePairs.Load(table, bits._numbers.AsInt64(), out Vector128<double> secondNumbers);
        seconds = new(secondNumbers);
        return new(firsts);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2 TimesPowerOfTwo(Lanes2 numbers, Lanes2 bits)
    {
        Vector128<long> exponents = (bits._numbers.AsInt64() >>> 7) << 52;
        return new((numbers._numbers.AsInt64() + exponents).AsDouble());
    }
}
