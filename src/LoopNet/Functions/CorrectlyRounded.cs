using System.Diagnostics;

namespace LoopNet;

/// <summary>
/// exp, ln and tanh, correctly rounded: each result is the double nearest to the true value. So the mathematics alone defines it, and
/// it has the same bits on every processor and system.
/// </summary>
/// <remarks>
/// A quick phase gives the sum of two doubles and a bound of its error. Where all numbers within the bound round to the same
/// double, that is the result; where they do not, an accurate phase in whole numbers decides. docs/math.md derives both in chapter 11.
/// </remarks>
[DebuggerStepThrough]
public static class CorrectlyRounded
{
    /// <summary>2^-54: e^x is nearer to 1 than to any other double for x below this in size.</summary>
    private const double ExpIsOne = 1.0 / (1L << 54);

    /// <summary>The first double whose exponential rounds to infinity.</summary>
    private const double ExpOverflows = 709.7827128933841;

    /// <summary>The first double whose exponential is at least 2^-1022, the smallest normal number.</summary>
    private const double ExpIsNormal = -708.3964185322641;

    /// <summary>The first double whose exponential does not round to 0.</summary>
    private const double ExpIsPositive = -745.1332191019411;

    /// <summary>2^-27: tanh x is nearer to x than to any other double for x below this in size.</summary>
    private const double TanhIsItsArgument = 1.0 / (1L << 27);

    /// <summary>From 27.5 ln 2 = 19.0615... on, tanh is nearer to 1 than to any other double.</summary>
    private const double TanhIsOne = 19.0625;

    /// <summary>The double nearest to e^x.</summary>
    /// <param name="x">Any number; of what is not a number, the result is not a number.</param>
    /// <returns>At least 0.0. Infinity from x = 709.78 on, 0.0 from x = -745.13 down, and 1.0 of both zeros.</returns>
    public static double Exp(double x)
    {
        if (Math.Abs(x) < ExpIsOne)
        {
            return 1.0;
        }

        if (!(x >= ExpIsNormal && x < ExpOverflows))
        {
            return ExpOfExtreme(x);
        }

        return QuickExp.TryRound(x, out double nearest) ? nearest : Accurate.Exp(x);
    }

    /// <summary>The double nearest to ln x, the natural logarithm.</summary>
    /// <param name="x">At least 0; below 0, and of what is not a number, the result is not a number.</param>
    /// <returns>0.0 of 1, minus infinity of both zeros, infinity of infinity.</returns>
    public static double Log(double x)
    {
        if (!(x > 0.0 && x < double.PositiveInfinity) || x == 1.0)
        {
            return LogOfExtreme(x);
        }

        return QuickLog.TryRound(x, out double nearest) ? nearest : Accurate.Log(x, nearest);
    }

    /// <summary>The double nearest to tanh x, the hyperbolic tangent.</summary>
    /// <param name="x">Any number; of what is not a number, the result is not a number.</param>
    /// <returns>From -1.0 to 1.0, with the sign of x, also of -0.0; 1.0 in size from x = 19.07 in size on.</returns>
    public static double Tanh(double x)
    {
        double a = Math.Abs(x);
        if (!(a >= TanhIsItsArgument))
        {
            return x;
        }

        double size = 1.0;
        if (a < TanhIsOne)
        {
            size = QuickTanh.TryRound(a, out double nearest) ? nearest : Accurate.Tanh(a);
        }

        return x < 0.0 ? -size : size;
    }

    private static double ExpOfExtreme(double x)
    {
        if (double.IsNaN(x))
        {
            return x;
        }

        if (x >= ExpOverflows)
        {
            return double.PositiveInfinity;
        }

        if (x < ExpIsPositive)
        {
            return 0.0;
        }

        return QuickExp.TryRoundSubnormal(x, out double nearest) ? nearest : Accurate.Exp(x);
    }

    private static double LogOfExtreme(double x)
    {
        if (x == 1.0)
        {
            return 0.0;
        }

        if (x == 0.0)
        {
            return double.NegativeInfinity;
        }

        return x > 0.0 ? x : double.NaN;
    }
}
