using System.Globalization;
using System.Numerics;

namespace LoopNet.Benchmarks;

/// <summary>
/// Searches for hard cases of correct rounding: arguments whose value lies within 2^-45 units in the last place of the middle between
/// two doubles.
/// </summary>
/// <remarks>
/// Neighbouring arguments are equal steps apart, and over a short run of them the function is nearly a straight line. So the place of its
/// value between two doubles moves in nearly equal steps around a circle, and <see cref="Progression"/> says at once where it comes near the
/// middle: millions of arguments cost as much as one (after V. Lefèvre, "New results on the distance between a segment and Z^2", 2005).
/// </remarks>
internal sealed class HardCaseSearch
{
    /// <summary>How the command is used.</summary>
    public const string Usage = """
        usage: hard-cases exp|log|tanh START COUNT
        START is a number; COUNT arguments from there on are searched, as a power of 2: 47 are 2^47.
        """;

    private const int Closeness = 45;
    private const int BlockBits = 12;
    private const int EnclosureBits = 320;

    // A straight line may be off by 2^-30 units, and of ln by more, since its quick phase sorts out most of what comes near.
    private const int LineBits = 30;
    private const int LineBitsOfLog = 22;

    private readonly Func<Dyadic, Enclosure> _function;
    private readonly Dyadic _start;
    private readonly int _resultUnit;
    private readonly int _lineBits;
    private readonly int _runBits;
    private readonly bool _isLog;

    private HardCaseSearch(string name, double start)
    {
        _function = name switch
        {
            "exp" => x => Accurate.Exp(x, EnclosureBits),
            "log" => x => Accurate.Log(x, Dyadic.Of(Math.Log(Number(x))), EnclosureBits),
            "tanh" => x => Accurate.Tanh(x, EnclosureBits),
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };
        _start = Dyadic.Of(start);
        double value = name switch { "exp" => Math.Exp(start), "log" => Math.Log(start), _ => Math.Tanh(start) };
        _resultUnit = Dyadic.Of(value).Exponent;
        _isLog = name == "log";
        _lineBits = _isLog ? LineBitsOfLog : LineBits;
        _runBits = LongestRun();
    }

    /// <summary>Searches and prints.</summary>
    /// <returns>0; 2 where the command line is wrong.</returns>
    public static int Run(ReadOnlySpan<string> words, TextWriter output, TextWriter error)
    {
        if (words is not ["exp" or "log" or "tanh", string number, string power]
            || !double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double start)
            || !int.TryParse(power, NumberStyles.None, CultureInfo.InvariantCulture, out int bits))
        {
            error.WriteLine(Usage);
            return 2;
        }

        string name = words[0];
        HardCaseSearch search = new(name, start);
        error.WriteLine($"runs of 2^{search._runBits} arguments");
        search.Search(bits, x => output.WriteLine($"{name} {Number(x):R}"));
        return 0;
    }

    private void Search(int bits, Action<Dyadic> found)
    {
        int blockBits = BlockBits + _runBits;
        for (long block = 0; block < 1L << Math.Max(bits - blockBits, 0); block++)
        {
            SearchBlock(_start.Number + ((BigInteger)block << blockBits), found);
        }
    }

    /// <summary>2^12 runs; from one to the next the line's start and step follow a polynomial of degree 3, by differences.</summary>
    private void SearchBlock(BigInteger first, Action<Dyadic> found)
    {
        BigInteger[] places = [.. Enumerable.Range(0, 4).Select(run => Place(first + ((BigInteger)run << _runBits)))];
        BigInteger[] rises = [places[1] - places[0], places[2] - places[1], places[3] - places[2]];
        BigInteger[] bends = [rises[1] - rises[0], rises[2] - rises[1]];
        UInt128 place = Fraction(places[0], 0);
        UInt128 step = Fraction(rises[0], _runBits);
        UInt128 stepChange = Fraction(bends[0], _runBits);
        UInt128 changeChange = Fraction(bends[1] - bends[0], _runBits);

        ulong near = 1UL << (64 - _lineBits);
        ulong length = 1UL << _runBits;
        for (long run = 0; run < 1L << BlockBits; run++)
        {
            ulong at = unchecked((ulong)(place >> 64) + near);
            ulong by = (ulong)(step >> 64);
            ulong t = Progression.First(at, by, 2 * near, length);
            while (t < length)
            {
                Examine(first + ((BigInteger)run << _runBits) + t, found);
                ulong next = t + 1;
                t = next + Progression.First(unchecked(at + (by * next)), by, 2 * near, length - next);
            }

            unchecked
            {
                place += step << _runBits;
                step += stepChange;
                stepChange += changeChange;
            }
        }
    }

    private void Examine(BigInteger number, Action<Dyadic> found)
    {
        if (_isLog && !MayBeNear(Math.ScaleB((double)number, _start.Exponent)))
        {
            return;
        }

        BigInteger place = Place(number) & ((BigInteger.One << PlaceBits) - 1);
        BigInteger distance = BigInteger.Min(place, (BigInteger.One << PlaceBits) - place);
        if (distance < BigInteger.One << (PlaceBits - Closeness))
        {
            found(new Dyadic(number, _start.Exponent));
        }
    }

    /// <summary>By the quick phase, which knows ln x to 2^-76: of a large logarithm that is a small part of a unit.</summary>
    private bool MayBeNear(double x)
    {
        QuickLog.Estimate(x, out _, out double low);
        double place = Math.ScaleB(low, -_resultUnit) - 0.5;
        return Math.Abs(place - Math.Round(place)) < Math.ScaleB(1.0, -75 - _resultUnit);
    }

    private const int PlaceBits = 200;

    /// <summary>The value in units in its last place, less 1/2, as a multiple of 2^-200: a whole number in the middle between two doubles.</summary>
    private BigInteger Place(BigInteger number)
    {
        Enclosure value = _function(new Dyadic(number, _start.Exponent));
        BigInteger units = new Dyadic(value.Low, value.Exponent - _resultUnit).InUnits(PlaceBits);
        return units - (BigInteger.One << (PlaceBits - 1));
    }

    /// <summary>A place, divided by 2^<paramref name="power"/>, as a fraction of a turn.</summary>
    private static UInt128 Fraction(BigInteger place, int power)
    {
        return (UInt128)((place >> (PlaceBits - 128 + power)) & UInt128.MaxValue);
    }

    /// <summary>The longest run over which the line is off by no more than it may be, from the bend between two halves of it.</summary>
    private int LongestRun()
    {
        int bits = 6;
        while (bits < 36)
        {
            BigInteger half = BigInteger.One << bits;
            BigInteger bend = Place(_start.Number) - (2 * Place(_start.Number + half)) + Place(_start.Number + (2 * half));
            if (BigInteger.Abs(bend) > BigInteger.One << (PlaceBits - _lineBits + 1))
            {
                break;
            }

            bits++;
        }

        return bits;
    }

    private static double Number(Dyadic x) => Enclosure.Nearest(x.Number, x.Exponent);
}
