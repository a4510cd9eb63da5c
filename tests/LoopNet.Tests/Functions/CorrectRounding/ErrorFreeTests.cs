using System.Numerics;

namespace LoopNet.Tests.CorrectRounding;

/// <summary>Both ways to the error of a product, against whole numbers.</summary>
public class ErrorFreeTests
{
    [Fact]
    public void ProductError_ByHalvesAndFused_IsTheExactError()
    {
        SeededRandom random = new(1, "products");
        for (int draw = 0; draw < 100_000; draw++)
        {
            double a = Factor(random);
            double b = Factor(random);
            double product = a * b;

            double halves = ErrorFree.SplitProductError(a, b, product);

            Bits.AssertSame(halves, ErrorFree.FusedProductError(a, b, product));
            Bits.AssertSame(halves, ErrorFree.ProductError(a, b, product));
            Assert.Equal(Units(a) * Units(b), (Units(product) + Units(halves)) << Unit);
        }
    }

    [Theory]
    [InlineData(1.0, 1.0)]
    [InlineData(0.0, 3.0)]
    [InlineData(1.0000000000000002, 1.0000000000000002)]
    [InlineData(1.9999999999999998, 1.9999999999999998)]
    [InlineData(134217729.0, 134217729.0)]
    [InlineData(134217727.0, -134217729.0)]
    public void ProductError_OfFactorsAtAnEdge_IsTheSameBothWays(double a, double b)
    {
        Bits.AssertSame(ErrorFree.FusedProductError(a, b, a * b), ErrorFree.SplitProductError(a, b, a * b));
    }

    [Fact]
    public void PlusProduct_InTheReductionOfExp_IsExact()
    {
        SeededRandom random = new(1, "reductions");
        for (int draw = 0; draw < 100_000; draw++)
        {
            double x = (random.NextUniform() * 1455.0) - 745.0;

            QuickExp.Reduce(x, out long k, out double r, out _);

            Assert.Equal(Units(r) << Unit, (Units(x) << Unit) - (Units(k) * Units(QuickExp.StepHigh)));
            Bits.AssertSame(r, x - (k * QuickExp.StepHigh) - ErrorFree.SplitProductError(k, QuickExp.StepHigh, k * QuickExp.StepHigh));
        }
    }

    // From 2^-63 to 2^57 in size.
    private static double Factor(SeededRandom random)
    {
        double size = 1.0 + random.NextUniform();
        int exponent = random.NextIndex(120) - 63;
        return Math.ScaleB((random.NextBits() & 1) == 1 ? -size : size, exponent);
    }

    private const int Unit = 400;

    // In units of 2^-400: exact for all numbers here.
    private static BigInteger Units(double number) => Dyadic.Of(number).InUnits(Unit);
}
