using System.Numerics;

namespace LoopNet.Tests.CorrectRounding;

/// <summary>Whole numbers rounded to doubles.</summary>
public class EnclosureTests
{
    private static readonly BigInteger Two53 = BigInteger.One << 53;

    [Fact]
    public void Nearest_OfAMiddle_GoesToTheEvenOne()
    {
        Assert.Equal(9007199254740992.0, Enclosure.Nearest(Two53 + 1, 0));
        Assert.Equal(9007199254740996.0, Enclosure.Nearest(Two53 + 3, 0));
        Assert.Equal(-9007199254740996.0, Enclosure.Nearest(-(Two53 + 3), 0));
    }

    [Fact]
    public void Nearest_BesideAMiddle_GoesToTheNearerOne()
    {
        BigInteger middle = (Two53 + 1) << 100;

        Assert.Equal(9007199254740994.0, Enclosure.Nearest(middle + 1, -100));
        Assert.Equal(9007199254740992.0, Enclosure.Nearest(middle - 1, -100));
        Assert.Equal(2.0, Enclosure.Nearest((Two53 << 1) - 1, -53));
    }

    [Fact]
    public void Nearest_BelowNormalNumbers_RoundsAtTheLastBitThatThereIs()
    {
        Assert.Equal(double.Epsilon, Enclosure.Nearest(3, -1075 - 1));
        Assert.Equal(0.0, Enclosure.Nearest(1, -1075));
        Assert.Equal(0.0, Enclosure.Nearest(1, -5000));
        Bits.AssertSame(0.0, Enclosure.Nearest(0, -300));
        Assert.Equal(double.Epsilon, Enclosure.Nearest((BigInteger.One << 90) + 1, -1075 - 90));
        Assert.Equal(2.0 * double.Epsilon, Enclosure.Nearest(3, -1075));
        Assert.Equal(Math.ScaleB(1.0, -1022), Enclosure.Nearest((Two53 << 1) - 1, -1022 - 54));
    }

    [Fact]
    public void Nearest_BeyondTheLargestDouble_IsInfinityFromTheMiddleOn()
    {
        BigInteger middle = (BigInteger.One << 1024) - (BigInteger.One << 970);

        Assert.Equal(double.MaxValue, Enclosure.Nearest(middle - 1, 0));
        Assert.Equal(double.PositiveInfinity, Enclosure.Nearest(middle, 0));
        Assert.Equal(double.NegativeInfinity, Enclosure.Nearest(-middle, 0));
        Assert.Equal(double.PositiveInfinity, Enclosure.Nearest(1, 5000));
    }

    [Fact]
    public void Nearest_OfADouble_IsThatDouble()
    {
        SeededRandom random = new(1, "doubles");
        for (int draw = 0; draw < 20_000; draw++)
        {
            double number = BitConverter.Int64BitsToDouble((long)random.NextBits());
            if (double.IsFinite(number) && number != 0.0)
            {
                Dyadic exact = Dyadic.Of(number);
                Bits.AssertSame(number, Enclosure.Nearest(exact.Number << 70, exact.Exponent - 70));
            }
        }
    }

    [Fact]
    public void TryRound_OfEndsOnOneSideOfAMiddle_IsTheDoubleThere()
    {
        BigInteger middle = (Two53 + 1) << 9;

        Assert.True(new Enclosure(middle - 5, middle - 1, -9).TryRound(out double below));
        Assert.True(new Enclosure(middle + 1, middle + 5, -9).TryRound(out double above));
        Assert.Equal(9007199254740992.0, below);
        Assert.Equal(9007199254740994.0, above);
    }

    [Fact]
    public void TryRound_OfEndsOnBothSidesOfAMiddle_LeavesItOpen()
    {
        BigInteger middle = (Two53 + 1) << 9;

        Assert.False(new Enclosure(middle - 1, middle + 1, -9).TryRound(out _));
    }
}
