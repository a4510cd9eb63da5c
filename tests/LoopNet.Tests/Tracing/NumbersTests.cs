using LoopNet.Tracing;

namespace LoopNet.Tests.Tracing;

public class NumbersTests
{
    [Theory]
    [InlineData(0.3775, "0.3775")]
    [InlineData(1.5e-7, "1.5e-7")]
    [InlineData(1e10, "1e10")]
    [InlineData(2.0 / 3.0, "0.6666666667")]
    [InlineData(1.0, "1")]
    [InlineData(-1.0, "-1")]
    public void Write_OfANumber_RoundsToTenDigits(double number, string expected)
    {
        Assert.Equal(expected, new Numbers(Numbers.DefaultDigits).Write(number));
    }

    // 1 - a and ln a live on what rounding to 1 would hide.
    [Theory]
    [InlineData(0.999999999997258, "0.999999999997258")]
    [InlineData(-0.999999999997258, "-0.999999999997258")]
    [InlineData(1.0000000000000002, "1.0000000000000002")]
    public void Write_OfANumberBesideOne_HidesNothing(double number, string expected)
    {
        Assert.Equal(expected, new Numbers(Numbers.DefaultDigits).Write(number));
    }

    [Fact]
    public void Part_OfANegativeNumber_HasParentheses()
    {
        Assert.Equal("(-0.5)", new Numbers(3).Part(-0.5));
    }
}
