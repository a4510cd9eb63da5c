using System.Runtime.InteropServices;

namespace LoopNet.Verifying;

/// <summary>What a number of a trace may be: one value where it follows to the bit, a range where exp, ln or tanh had a part in it.</summary>
/// <param name="Derived">The number that follows where each of these is the double nearest to the true value.</param>
/// <param name="Low">The smallest it may be.</param>
/// <param name="High">The largest it may be.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct NumberRange(double Derived, double Low, double High)
{
    /// <summary>The same by another way to write it, whose roundings are others; null where there is one way.</summary>
    public double? OtherWay { get; init; }

    /// <summary>0, with which every sum starts.</summary>
    public static NumberRange Zero => Exactly(0.0);

    /// <summary>A number that follows to the bit.</summary>
    public static NumberRange Exactly(double number) => new(number, number, number);

    /// <summary>A number of exp, ln or tanh: two units on either side.</summary>
    public static NumberRange Near(double number) => new(number, Units.Away(number, -Units.Tolerance), Units.Away(number, Units.Tolerance));

    /// <summary>Whether a number of a trace is right. -0 never is: sums start at 0.0.</summary>
    public bool Allows(double number)
    {
        if (Low == High)
        {
            return Units.AreSame(number, Derived);
        }

        return number >= Low && number <= High && !(number == 0.0 && double.IsNegative(number));
    }

    /// <summary>Whether a number follows to the bit from correctly rounded exp, ln and tanh.</summary>
    public bool IsNearest(double number) => Units.AreSame(number, Derived) || (OtherWay is double other && Units.AreSame(number, other));

    /// <summary>The sum of two numbers; addition never turns a larger operand into a smaller sum.</summary>
    public static NumberRange operator +(NumberRange left, NumberRange right)
    {
        return new(left.Derived + right.Derived, left.Low + right.Low, left.High + right.High);
    }

    /// <summary>The sum of numbers, in their order.</summary>
    public static NumberRange Sum(IEnumerable<NumberRange> numbers) => numbers.Aggregate(Zero, (sum, number) => sum + number);

    /// <summary>A difference.</summary>
    public static NumberRange operator -(NumberRange left, NumberRange right)
    {
        return new(left.Derived - right.Derived, left.Low - right.High, left.High - right.Low);
    }

    /// <summary>A product with a factor that is known to the bit and at least 0.</summary>
    public static NumberRange operator *(double factor, NumberRange range) => new(factor * range.Derived, factor * range.Low, factor * range.High);

    /// <summary>The range that holds two others.</summary>
    public NumberRange Or(NumberRange other) => this with { Low = Math.Min(Low, other.Low), High = Math.Max(High, other.High) };

    /// <summary>e^z: never below 0, and 1 at 0 on every system.</summary>
    public static NumberRange Exp(double z)
    {
        NumberRange near = Near(Nearest.Exp(z));
        return z == 0.0 ? Exactly(1.0) : near with { Low = Math.Max(0.0, near.Low) };
    }

    /// <summary>ln x: 0 at 1 on every system.</summary>
    public static NumberRange Ln(double x) => x == 1.0 ? Exactly(0.0) : Near(Nearest.Ln(x));

    /// <summary>ln of a number that is itself known to a range only.</summary>
    public static NumberRange Ln(NumberRange x) => Ln(x.Derived) with { Low = Ln(x.Low).Low, High = Ln(x.High).High };

    /// <summary>tanh z: never beyond 1, and 0 at 0 on every system.</summary>
    public static NumberRange Tanh(double z)
    {
        NumberRange near = Near(Nearest.Tanh(z));
        return z == 0.0 ? Exactly(0.0) : near with { Low = Math.Max(-1.0, near.Low), High = Math.Min(1.0, near.High) };
    }
}
