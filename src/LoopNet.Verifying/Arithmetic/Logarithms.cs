namespace LoopNet.Verifying;

/// <summary>The losses that are sums of logarithms, and what becomes of them where an argument underflows (docs/math.md, section 5).</summary>
internal static class Logarithms
{
    private static readonly double Threshold = Math.ScaleB(1.0, -900);
    private static readonly double SmallestDivisor = Math.ScaleB(1.0, -1022);

    /// <summary>Whether a logarithm that counts has lost its argument to underflow; in the binary loss, 1 - a has one, too.</summary>
    public static bool AreLost(double[] a, double[] y, bool binary)
    {
        return a.Zip(y).Any(unit =>
            (unit.Second != 0.0 && unit.First < Threshold) || (binary && unit.Second != 1.0 && 1.0 - unit.First == 0.0));
    }

    /// <summary>A coefficient divided by the argument of its logarithm; 0 where the coefficient is.</summary>
    public static double Quotient(double coefficient, double argument) => coefficient == 0.0 ? 0.0 : coefficient / argument;

    /// <summary>The same for an argument that may have underflowed.</summary>
    public static double SaturatedQuotient(double coefficient, double argument) => Quotient(coefficient, Math.Max(argument, SmallestDivisor));

    /// <summary>-sum y ln a.</summary>
    public static NumberRange CrossEntropy(double[] a, double[] y) => NumberRange.Zero - NumberRange.Sum(y.Zip(a, Term));

    /// <summary>The same from the weighted sums of a softmax.</summary>
    public static NumberRange SaturatedCrossEntropy(double[] z, double[] y)
    {
        NumberRange logarithm = NumberRange.Ln(ExponentialOutputs.Sum(z));
        NumberRange max = NumberRange.Exactly(z.Max());
        return NumberRange.Sum(y.Zip(z, (coefficient, number) =>
            coefficient == 0.0 ? NumberRange.Zero : coefficient * (logarithm + max - NumberRange.Exactly(number))));
    }

    /// <summary>-sum [y ln a + (1-y) ln(1-a)].</summary>
    /// <remarks>The two terms of a unit may be added one by one or first to each other: both orders are right.</remarks>
    public static NumberRange BinaryCrossEntropy(double[] a, double[] y)
    {
        NumberRange[][] terms = [.. y.Zip(a, (coefficient, output) => (NumberRange[])[Term(coefficient, output), Term(1.0 - coefficient, 1.0 - output)])];
        NumberRange oneByOne = NumberRange.Zero - NumberRange.Sum(terms.SelectMany(unit => unit));
        NumberRange byUnits = NumberRange.Zero - NumberRange.Sum(terms.Select(unit => unit[0] + unit[1]));
        return oneByOne.Or(byUnits) with { OtherWay = byUnits.Derived };
    }

    /// <summary>The same from the weighted sums of sigmoids.</summary>
    public static NumberRange SaturatedBinaryCrossEntropy(double[] z, double[] y)
    {
        return NumberRange.Sum(z.Zip(y, (number, target) =>
        {
            NumberRange logarithm = NumberRange.Ln(NumberRange.Exactly(1.0) + NumberRange.Exp(-Math.Abs(number)));
            return NumberRange.Exactly(Math.Max(number, 0.0) - (target * number)) + logarithm;
        }));
    }

    // A term whose coefficient is 0 adds 0, also where its logarithm is infinite.
    private static NumberRange Term(double coefficient, double argument)
    {
        return coefficient == 0.0 ? NumberRange.Zero : coefficient * NumberRange.Ln(argument);
    }
}
