using System.Diagnostics;
using System.Numerics;

namespace LoopNet;

/// <summary>The accurate phase: whole numbers with as many bits as it takes (docs/math.md, chapter 11).</summary>
/// <remarks>
/// A value is enclosed between two numbers. Where both round to the same double, that is the result; where they do not,
/// the next try has twice as many bits. It ends, since none of these values lies exactly in the middle between two doubles.
/// </remarks>
[DebuggerStepThrough]
internal static class Accurate
{
    private const int FirstBits = 192;
    private const int Squarings = 26;

    /// <summary>The double nearest to e^x.</summary>
    /// <param name="x">From -746 to 710, and not 0.</param>
    /// <param name="bits">Of the first try, at least 64.</param>
    public static double Exp(double x, int bits = FirstBits)
    {
        double nearest;
        while (!Exp(Dyadic.Of(x), bits).TryRound(out nearest))
        {
            bits *= 2;
        }

        return nearest;
    }

    /// <summary>The double nearest to ln x.</summary>
    /// <param name="x">Above 0, finite and not 1.</param>
    /// <param name="near">A number within 2^-8 of ln x.</param>
    /// <param name="bits">Of the first try, at least 64.</param>
    public static double Log(double x, double near, int bits = FirstBits)
    {
        double nearest;
        while (!Log(Dyadic.Of(x), Dyadic.Of(near), bits).TryRound(out nearest))
        {
            bits *= 2;
        }

        return nearest;
    }

    /// <summary>The double nearest to tanh a.</summary>
    /// <param name="a">From 2^-27 to 20.</param>
    /// <param name="bits">Of the first try, at least 64.</param>
    public static double Tanh(double a, int bits = FirstBits)
    {
        double nearest;
        while (!Tanh(Dyadic.Of(a), bits).TryRound(out nearest))
        {
            bits *= 2;
        }

        return nearest;
    }

    /// <summary>e^x = (e^t)^(2^26) with t = x / 2^26: a short series, and 26 squarings.</summary>
    internal static Enclosure Exp(Dyadic x, int bits)
    {
        BigInteger one = BigInteger.One << bits;
        BigInteger t = x.InUnits(bits - Squarings);
        BigInteger sum = one;
        BigInteger term = one;
        int terms = 0;
        while (!term.IsZero)
        {
            terms++;
            term = term * t / (one * terms);
            sum += term;
        }

        int exponent = -bits;
        for (int squaring = 0; squaring < Squarings; squaring++)
        {
            BigInteger square = sum * sum;
            int excess = (int)square.GetBitLength() - bits;
            sum = square >> excess;
            exponent = (2 * exponent) + excess;
        }

        // The series is off by less than (terms + 5) units, each squaring by 2 more, and each doubles the error so far.
        BigInteger error = new BigInteger(terms + 8) << Squarings;
        return new Enclosure(sum - error, sum + error, exponent);
    }

    /// <summary>ln x = y + ln(x e^-y): with y near ln x, the second logarithm is that of a number near 1.</summary>
    internal static Enclosure Log(Dyadic x, Dyadic y, int bits)
    {
        Enclosure e = Exp(new Dyadic(-y.Number, y.Exponent), bits);
        int exponent = x.Exponent + e.Exponent;
        BigInteger low = new Dyadic(x.Number * e.Low, exponent).InUnits(bits);
        BigInteger high = new Dyadic(x.Number * e.High, exponent).InUnits(bits) + 1;

        BigInteger start = y.InUnits(bits);
        return new Enclosure(start + LogNearOne(low, bits) - bits, start + LogNearOne(high, bits) + bits, -bits);
    }

    /// <summary>tanh a = (E - 1) / (E + 1) with E = e^2a, which grows with E.</summary>
    internal static Enclosure Tanh(Dyadic a, int bits)
    {
        Enclosure E = Exp(new Dyadic(2 * a.Number, a.Exponent), bits);
        BigInteger one = BigInteger.One << -E.Exponent;
        BigInteger low = ((E.Low - one) << bits) / (E.Low + one);
        BigInteger high = (((E.High - one) << bits) / (E.High + one)) + 1;
        return new Enclosure(low, high, -bits);
    }

    /// <summary>ln v = 2 (w + w^3/3 + w^5/5 + ...) with w = (v - 1) / (v + 1), for v from 0.99 to 1.01; off by less than <paramref name="bits"/> units.</summary>
    private static BigInteger LogNearOne(BigInteger v, int bits)
    {
        BigInteger one = BigInteger.One << bits;
        BigInteger w = ((v - one) << bits) / (v + one);
        BigInteger square = w * w / one;
        BigInteger power = w;
        BigInteger sum = w;
        for (int n = 3; !power.IsZero; n += 2)
        {
            power = power * square / one;
            sum += power / n;
        }

        return 2 * sum;
    }
}
