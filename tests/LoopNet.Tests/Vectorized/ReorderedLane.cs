using System.Runtime.InteropServices;

namespace LoopNet.Tests.Vectorized;

/// <summary>A lane with a planted mistake: terms are added in turn to two sums, which meet at the end, as an unrolled loop would do.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly unsafe struct ReorderedLane : ILanes<ReorderedLane>
{
    private readonly double _sum;
    private readonly double _other;

    private ReorderedLane(double sum, double other = 0.0)
    {
        _sum = sum;
        _other = other;
    }

    public static int Count => 1;

    public static ReorderedLane Zero => new(0.0);

    private double Number => _sum + _other;

    public static ReorderedLane All(double number) => new(number);

    public static ReorderedLane Load(double* from) => new(*from);

    public static void Store(ReorderedLane numbers, double* to) => *to = numbers.Number;

    public static ReorderedLane operator +(ReorderedLane left, ReorderedLane right) => new(left._other, left._sum + right.Number);

    public static ReorderedLane operator -(ReorderedLane left, ReorderedLane right) => new(left.Number - right.Number);

    public static ReorderedLane operator *(ReorderedLane left, ReorderedLane right) => new(left.Number * right.Number);

    public static ReorderedLane operator /(ReorderedLane left, ReorderedLane right) => new(left.Number / right.Number);

    public static ReorderedLane WherePositive(ReorderedLane z, ReorderedLane yes, ReorderedLane no) => z.Number > 0.0 ? yes : no;

    public static ReorderedLane WhereNotNegative(ReorderedLane z, ReorderedLane yes, ReorderedLane no) => z.Number >= 0.0 ? yes : no;

    public static bool AllWithin(ReorderedLane numbers, ReorderedLane limit) => Math.Abs(numbers.Number) <= limit.Number;

    public static bool AllEqual(ReorderedLane left, ReorderedLane right) => left.Number == right.Number;

    public static ReorderedLane ProductError(ReorderedLane left, ReorderedLane right, ReorderedLane product) => new(ErrorFree.ProductError(left.Number, right.Number, product.Number));

    public static ReorderedLane PlusProduct(ReorderedLane numbers, ReorderedLane left, ReorderedLane right) => new(ErrorFree.PlusProduct(numbers.Number, left.Number, right.Number));

    public static ReorderedLane Pairs(double* table, ReorderedLane bits, out ReorderedLane seconds)
    {
        Lane1 firsts = Lane1.Pairs(table, Lane1.All(bits.Number), out Lane1 others);
        double second;
        Lane1.Store(others, &second);
        seconds = new(second);
        double first;
        Lane1.Store(firsts, &first);
        return new(first);
    }

    public static ReorderedLane TimesPowerOfTwo(ReorderedLane numbers, ReorderedLane bits)
    {
        double number;
        Lane1.Store(Lane1.TimesPowerOfTwo(Lane1.All(numbers.Number), Lane1.All(bits.Number)), &number);
        return new(number);
    }
}
