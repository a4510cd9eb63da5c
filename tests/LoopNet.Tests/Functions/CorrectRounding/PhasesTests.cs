using System.Numerics;

namespace LoopNet.Tests.CorrectRounding;

/// <summary>The quick phase against the accurate one.</summary>
public class PhasesTests
{
    public static TheoryData<string> Names => RoundedFunction.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Value_OfRandomArguments_IsThatOfTheAccuratePhase(string name)
    {
        RoundedFunction function = RoundedFunction.Named(name);
        foreach (double x in Arguments(name, blocks: 40))
        {
            Bits.AssertSame(function.Accurate(x, 192), function.Value(x));
        }
    }

    /// <summary>The bounds are proven in docs/math.md; here the largest error that occurs is below the bound, and not far below it.</summary>
    [Fact]
    public void Estimate_OfExp_StaysWithinItsBound()
    {
        AssertWithin("exp", x =>
        {
            QuickExp.Estimate(x, out double high, out double low, out long m);
            return (high, low, (int)m, QuickExp.ErrorBound);
        });
    }

    [Fact]
    public void Estimate_OfLog_StaysWithinItsBound()
    {
        AssertWithin("log", x =>
        {
            QuickLog.Estimate(x, out double high, out double low);
            return (high, low, 0, QuickLog.Bound(high));
        });
    }

    [Fact]
    public void Estimate_OfTanh_StaysWithinItsBound()
    {
        AssertWithin("tanh", x =>
        {
            double a = Math.Abs(x);
            QuickTanh.Estimate(a, out double high, out double low);
            return (high, low, 0, QuickTanh.Bound(a));
        });
    }

    private static void AssertWithin(string name, Func<double, (double High, double Low, int Exponent, double Bound)> estimate)
    {
        double worst = 0.0;
        foreach (double x in Arguments(name, blocks: 40))
        {
            (double high, double low, int exponent, double bound) = estimate(x);
            Enclosure value = RoundedFunction.Named(name).Enclose(x, 256);

            // In units of the enclosure, which is narrower than all these bounds by 2^50 or more.
            BigInteger sum = Dyadic.Of(high).InUnits(exponent - value.Exponent) + Dyadic.Of(low).InUnits(exponent - value.Exponent);
            BigInteger error = BigInteger.Abs(sum - value.Low);
            double share = Math.ScaleB((double)error, value.Exponent - exponent) / bound;
            worst = Math.Max(worst, share);
        }

        Assert.InRange(worst, 1.0 / 16.0, 1.0);
    }

    // Those that the estimates are made for.
    private static IEnumerable<double> Arguments(string name, int blocks)
    {
        return Enumerable.Range(0, blocks).SelectMany(block => RandomArguments.Block(name, block)).Where(x => name switch
        {
            "exp" => Math.Abs(x) >= Math.ScaleB(1.0, -54) && x < 709.7 && x > -745.0,
            "log" => x > 0.0 && x != 1.0,
            _ => Math.Abs(x) >= Math.ScaleB(1.0, -27) && Math.Abs(x) < 19.0625,
        });
    }
}
