using System.Numerics;
using LoopNet.Tests.CorrectRounding;

namespace LoopNet.Tests.Vectorized;

/// <summary>exp and tanh in vectors: at every width the bits of the functions for one number.</summary>
public class RoundedVectorsTests
{
    public static TheoryData<string, LaneCount> EveryWidth
    {
        get
        {
            TheoryData<string, LaneCount> cases = [];
            foreach (LaneCount lanes in Enum.GetValues<LaneCount>())
            {
                cases.Add("exp", lanes);
                cases.Add("tanh", lanes);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(EveryWidth))]
    public void Values_OfRandomAndSpecialAndHardArguments_HaveTheBitsOfTheFunction(string name, LaneCount lanes)
    {
        IEnumerable<double> random = Enumerable.Range(0, 40).SelectMany(block => RandomArguments.Block(name, block));
        double[] x = Filled([.. random, .. Arguments("special.txt", name), .. Arguments("hard-cases.txt", name), double.NaN, -0.0]);

        Bits.AssertSame([.. x.Select(RoundedFunction.Named(name).Value)], InVectors(name, lanes, x));
    }

    [Theory]
    [MemberData(nameof(EveryWidth))]
    public void Values_WhereOneLaneIsExtreme_AreRightInTheOthersToo(string name, LaneCount lanes)
    {
        double[] extremes = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 800.0, -800.0, -730.0, -0.0, 5e-324, 1e-20];
        foreach (double extreme in extremes)
        {
            for (int place = 0; place < 8; place++)
            {
                double[] x = [0.25, -1.5, 3.0, -0.0625, 0.5, 1.0, -2.0, 0.125];
                x[place] = extreme;

                Bits.AssertSame([.. x.Select(RoundedFunction.Named(name).Value)], InVectors(name, lanes, x));
            }
        }
    }

    [Fact]
    public void Estimate_OfExp_StaysWithinItsBound()
    {
        double worst = 0.0;
        foreach (double x in Enumerable.Range(0, 40).SelectMany(block => RandomArguments.Block("exp", block)).Where(x => Math.Abs(x) <= 708.0))
        {
            (double high, double low, double scale) = Estimate(x);
            Enclosure value = Accurate.Exp(Dyadic.Of(x), bits: 256);
            int exponent = Dyadic.Of(scale).Exponent + 52;
            BigInteger sum = Dyadic.Of(high).InUnits(exponent - value.Exponent) + Dyadic.Of(low).InUnits(exponent - value.Exponent);
            BigInteger error = BigInteger.Abs(sum - value.Low);
            worst = Math.Max(worst, Math.ScaleB((double)error, value.Exponent - exponent) / ExpVectors<Lane1>.ErrorBound);
        }

        Assert.InRange(worst, 1.0 / 16.0, 1.0);
    }

    [Fact]
    public void Estimate_OfExpWithATestThatAlwaysPasses_IsWrongForHardCases()
    {
        double[] hard = Arguments("hard-cases.txt", "exp");

        int wrong = hard.Count(x =>
        {
            (double high, double low, double scale) = Estimate(x);
            return !((high + low) * scale).Equals(CorrectlyRounded.Exp(x));
        });

        Assert.InRange(wrong, hard.Length / 6, hard.Length * 5 / 6);
    }

    [Fact]
    public void ProductError_AtEveryWidthAndByHalves_IsThatOfOneNumber()
    {
        SeededRandom random = new(1, "vectors");
        for (int draw = 0; draw < 2000; draw++)
        {
            double[] left = [.. Enumerable.Range(0, 8).Select(_ => random.NextNormal())];
            double[] right = [.. Enumerable.Range(0, 8).Select(_ => random.NextNormal())];
            double[] expected = [.. left.Zip(right, (a, b) => ErrorFree.SplitProductError(a, b, a * b))];

            Assert.All([ProductErrors<Lane1>(left, right), ProductErrors<Lanes2>(left, right), ProductErrors<Lanes4>(left, right), ProductErrors<Lanes8>(left, right)],
                errors => Bits.AssertSame([.. expected, .. expected], errors));
        }
    }

    // By the width's own way, and by halves.
    private static unsafe double[] ProductErrors<V>(double[] left, double[] right)
        where V : struct, ILanes<V>
    {
        double[] errors = new double[16];
        fixed (double* a = left, b = right, to = errors)
        {
            for (int i = 0; i < 8; i += V.Count)
            {
                V product = V.Load(a + i) * V.Load(b + i);
                V.Store(V.ProductError(V.Load(a + i), V.Load(b + i), product), to + i);
                V.Store(SplitProduct<V>.Error(V.Load(a + i), V.Load(b + i), product), to + i + 8);
            }
        }

        return errors;
    }

    private static double[] InVectors(string name, LaneCount lanes, double[] x)
    {
        return lanes switch
        {
            LaneCount.One => InVectors<Lane1>(name, x),
            LaneCount.Two => InVectors<Lanes2>(name, x),
            LaneCount.Four => InVectors<Lanes4>(name, x),
            _ => InVectors<Lanes8>(name, x),
        };
    }

    // In place, with a number behind the last that has to stay as it is.
    private static unsafe double[] InVectors<V>(string name, double[] x)
        where V : struct, ILanes<V>
    {
        double[] numbers = [.. x, 77.0];
        fixed (double* first = numbers)
        {
            if (name == "exp")
            {
                ExpVectors<V>.Values(first, first, x.Length);
            }
            else
            {
                TanhVectors<V>.Values(first, first, x.Length);
            }
        }

        Assert.Equal(77.0, numbers[^1]);
        return numbers[..^1];
    }

    private static unsafe (double High, double Low, double Scale) Estimate(double x)
    {
        double* numbers = stackalloc double[3];
        fixed (double* table = ExpTable.Pairs)
        {
            ExpVectors<Lane1>.Estimate(Lane1.All(x), table, out Lane1 high, out Lane1 low, out Lane1 m);
            Lane1.Store(high, numbers);
            Lane1.Store(low, numbers + 1);
            Lane1.Store(Lane1.TimesPowerOfTwo(Lane1.All(1.0), m), numbers + 2);
        }

        return (numbers[0], numbers[1], numbers[2]);
    }

    private static double[] Arguments(string file, string name)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "Functions", "CorrectRounding", file);
        return [.. File.ReadLines(path).Select(line => line.Split(' ')).Where(words => words[0] == name).Select(words => HexNumber.Parse(words[1]))];
    }

    // Whole vectors of any width.
    private static double[] Filled(double[] numbers) => [.. numbers, .. new double[(8 - (numbers.Length % 8)) % 8]];
}
