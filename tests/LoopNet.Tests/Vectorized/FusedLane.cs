using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LoopNet.Tests.Vectorized;

/// <summary>A lane with a planted mistake: a product that is added or taken off is not rounded before, as in a fused instruction.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly unsafe struct FusedLane : ILanes<FusedLane>
{
    private readonly double _left;
    private readonly double _right;

    private FusedLane(double left, double right = 1.0)
    {
        _left = left;
        _right = right;
    }

    public static int Count => 1;

    public static FusedLane Zero => new(0.0);

    private double Number => _left * _right;

    public static FusedLane All(double number) => new(number);

    public static FusedLane Load(double* from) => new(*from);

    public static void Store(FusedLane numbers, double* to) => *to = numbers.Number;

    public static FusedLane operator +(FusedLane left, FusedLane right) => new(Fused(right._left, right._right, left.Number));

    public static FusedLane operator -(FusedLane left, FusedLane right) => new(Fused(-right._left, right._right, left.Number));

    public static FusedLane operator *(FusedLane left, FusedLane right) => new(left.Number, right.Number);

    public static FusedLane operator /(FusedLane left, FusedLane right) => new(left.Number / right.Number);

    public static FusedLane WherePositive(FusedLane z, FusedLane yes, FusedLane no) => z.Number > 0.0 ? yes : no;

    public static FusedLane WhereNotNegative(FusedLane z, FusedLane yes, FusedLane no) => z.Number >= 0.0 ? yes : no;

    public static bool AllWithin(FusedLane numbers, FusedLane limit) => Math.Abs(numbers.Number) <= limit.Number;

    public static bool AllEqual(FusedLane left, FusedLane right) => left.Number == right.Number;

    public static FusedLane ProductError(FusedLane left, FusedLane right, FusedLane product) => new(ErrorFree.ProductError(left.Number, right.Number, product.Number));

    public static FusedLane PlusProduct(FusedLane numbers, FusedLane left, FusedLane right) => new(ErrorFree.PlusProduct(numbers.Number, left.Number, right.Number));

    public static FusedLane Pairs(double* table, FusedLane bits, out FusedLane seconds)
    {
        Lane1 firsts = Lane1.Pairs(table, Lane1.All(bits.Number), out Lane1 others);
        double second;
        Lane1.Store(others, &second);
        seconds = new(second);
        double first;
        Lane1.Store(firsts, &first);
        return new(first);
    }

    public static FusedLane TimesPowerOfTwo(FusedLane numbers, FusedLane bits)
    {
        double number;
        Lane1.Store(Lane1.TimesPowerOfTwo(Lane1.All(numbers.Number), Lane1.All(bits.Number)), &number);
        return new(number);
    }

    [SuppressMessage("ApiDesign", "RS0030:Do not use banned APIs", Justification = "The planted mistake.")]
    private static double Fused(double left, double right, double addend)
    {
        return Vector128.FusedMultiplyAdd(Vector128.Create(left), Vector128.Create(right), Vector128.Create(addend)).ToScalar();
    }
}
