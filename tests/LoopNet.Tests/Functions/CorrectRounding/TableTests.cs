using System.Numerics;

namespace LoopNet.Tests.CorrectRounding;

/// <summary>The committed tables, computed again from their definitions in whole numbers.</summary>
public class TableTests
{
    private const int Scale = 300;

    private static readonly double[] PowersOfTwo = [.. Enumerable.Range(0, 128).SelectMany(ExpPair)];
    private static readonly double[] Logarithms = [.. Enumerable.Range(171, 171).SelectMany(LogPair)];

    [Fact]
    public void ExpTable_EveryEntry_IsThePowerOrItsRest() => Assert.Empty(WrongPlaces(PowersOfTwo, ExpTable.Pairs));

    [Fact]
    public void LogTable_EveryEntry_IsTheLogarithmOrItsRest() => Assert.Empty(WrongPlaces(Logarithms, LogTable.Pairs));

    [Fact]
    public void Tables_WithOneWrongLastBit_AreNoticed()
    {
        AssertNoticed(PowersOfTwo, ExpTable.Pairs);
        AssertNoticed(Logarithms, LogTable.Pairs);
    }

    [Fact]
    public void Constants_OfTheReductions_AreTheNearestDoubles()
    {
        BigInteger ln2 = LogarithmOf(2);

        Bits.AssertSame(Enclosure.Nearest((BigInteger.One << (Scale + 60)) / ln2 << 7, -60), QuickExp.StepsPerUnit);
        Bits.AssertSame(Enclosure.Nearest(ln2, -Scale - 7), QuickExp.StepHigh);
        Bits.AssertSame(Enclosure.Nearest(ln2 - Dyadic.Of(QuickExp.StepHigh).InUnits(Scale + 7), -Scale - 7), QuickExp.StepLow);
        Bits.AssertSame(Enclosure.Nearest(ln2 >> (Scale - 42), -42), QuickLog.Ln2High);
        Bits.AssertSame(Enclosure.Nearest(ln2 - Dyadic.Of(QuickLog.Ln2High).InUnits(Scale), -Scale), QuickLog.Ln2Low);
    }

    private static void AssertNoticed(double[] expected, ReadOnlySpan<double> table)
    {
        for (int place = 0; place < table.Length; place++)
        {
            double[] mistaken = table.ToArray();
            mistaken[place] = Math.BitIncrement(mistaken[place]);
            Assert.Equal([place], WrongPlaces(expected, mistaken));
        }
    }

    private static List<int> WrongPlaces(double[] expected, ReadOnlySpan<double> table)
    {
        Assert.Equal(expected.Length, table.Length);
        List<int> wrong = [];
        for (int place = 0; place < table.Length; place++)
        {
            if (BitConverter.DoubleToInt64Bits(expected[place]) != BitConverter.DoubleToInt64Bits(table[place]))
            {
                wrong.Add(place);
            }
        }

        return wrong;
    }

    /// <summary>2^(j/128), by seven square roots of 2^j.</summary>
    private static double[] ExpPair(int j)
    {
        BigInteger power = BigInteger.One << (Scale + j);
        for (int root = 0; root < 7; root++)
        {
            power = SquareRoot(power << Scale);
        }

        double first = Rounded(power);
        BigInteger relative = (power << Scale) / Dyadic.Of(first).InUnits(Scale);
        return [first, Rest(relative - (BigInteger.One << Scale))];
    }

    /// <summary>ln(256/i) = 8 ln 2 - ln i.</summary>
    private static double[] LogPair(int i)
    {
        BigInteger logarithm = (8 * LogarithmOf(2)) - LogarithmOf(i);
        double first = Rest(logarithm);
        return [first, Rest(logarithm - Dyadic.Of(first).InUnits(Scale))];
    }

    // These 300 bits are off by less than 2^-200: what is no larger is 0.
    private static double Rest(BigInteger rest) => Rounded(BigInteger.Abs(rest) < BigInteger.One << (Scale - 200) ? 0 : rest);

    private static double Rounded(BigInteger units) => Enclosure.Nearest(units, -Scale);

    private static BigInteger LogarithmOf(int n) => Accurate.Log(Dyadic.Of(n), Dyadic.Of(Math.Log(n)), Scale).Low;

    private static BigInteger SquareRoot(BigInteger square)
    {
        BigInteger root = BigInteger.One << (int)((square.GetBitLength() / 2) + 1);
        while (true)
        {
            BigInteger next = (root + (square / root)) >> 1;
            if (next >= root)
            {
                return root;
            }

            root = next;
        }
    }
}
