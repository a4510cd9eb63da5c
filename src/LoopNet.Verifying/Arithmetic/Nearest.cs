using System.Numerics;

namespace LoopNet.Verifying;

/// <summary>
/// exp, ln and tanh, each the double nearest to the true value, in an arithmetic of this project's own: whole numbers that count
/// units of 2^-bits.
/// </summary>
/// <remarks>
/// A value comes with a bound of its error. Where both ends of what it may be round to one double, that is the nearest to the true
/// value; else the same is done with twice as many bits. It ends, since but for exp 0, ln 1 and tanh 0 no value is itself a
/// double, or in the middle between two. (Lindemann: e to an algebraic power other than 0 is transcendental.)
/// </remarks>
internal static class Nearest
{
    private const int FirstBits = 160;

    /// <summary>From here on e^x is above every double.</summary>
    private const double ExpOverflows = 710.0;

    /// <summary>From here down e^x is below half of the smallest double.</summary>
    private const double ExpVanishes = -746.0;

    /// <summary>2^-27: below it a - tanh a &lt; a^3/3 is less than half of the distance to the next double.</summary>
    private const double TanhIsItsArgument = 1.0 / (1 << 27);

    /// <summary>From here on 1 - tanh a &lt; 2 e^-2a is less than half of the distance to the next double below 1.</summary>
    private const double TanhIsOne = 20.0;

    /// <summary>The double nearest to e^x.</summary>
    public static double Exp(double x)
    {
        if (x == 0.0)
        {
            return 1.0;
        }

        if (!(x > ExpVanishes && x < ExpOverflows))
        {
            return x >= ExpOverflows ? double.PositiveInfinity : x <= ExpVanishes ? 0.0 : x;
        }

        return Widened(bits => (FixedPoint.Exp(x, bits, out int power), power - bits));
    }

    /// <summary>The double nearest to ln x.</summary>
    public static double Ln(double x)
    {
        if (x < 0.0 || double.IsNaN(x))
        {
            return double.NaN;
        }

        if (x == 0.0 || x == 1.0 || double.IsPositiveInfinity(x))
        {
            return x == 0.0 ? double.NegativeInfinity : x == 1.0 ? 0.0 : x;
        }

        return Widened(bits => (FixedPoint.Ln(x, bits), -bits));
    }

    /// <summary>The double nearest to tanh x.</summary>
    public static double Tanh(double x)
    {
        double a = Math.Abs(x);
        if (a < TanhIsItsArgument || double.IsNaN(x))
        {
            return x;
        }

        double size = a >= TanhIsOne ? 1.0 : Widened(bits => (FixedPoint.Tanh(a, bits), -bits));
        return Math.CopySign(size, x);
    }

    // Tries with more and more bits; each result is a whole number and the power of 2 that it counts.
    private static double Widened(Func<int, (BigInteger Number, int Power)> value)
    {
        for (int bits = FirstBits; ; bits *= 2)
        {
            (BigInteger number, int power) = value(bits);
            BigInteger error = FixedPoint.Error(bits);
            double low = FixedPoint.Rounded(number - error, power);
            double high = FixedPoint.Rounded(number + error, power);
            if (low.Equals(high))
            {
                return low;
            }
        }
    }
}
