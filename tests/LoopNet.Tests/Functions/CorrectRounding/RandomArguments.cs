namespace LoopNet.Tests.CorrectRounding;

/// <summary>The arguments of values.txt, drawn from seeds here as in values.py.</summary>
internal static class RandomArguments
{
    public const int BlockCount = 400;
    public const int BlockSize = 250;

    /// <summary>The arguments of one block of one function.</summary>
    public static double[] Block(string function, int block)
    {
        SeededRandom random = new(1, function, block);
        return [.. Enumerable.Range(0, BlockSize).Select(place => Draw(function, place % 4, random))];
    }

    private static double Draw(string function, int kind, SeededRandom random)
    {
        return (function, kind) switch
        {
            ("exp", 0) => Between(random, -750.0, 720.0),
            ("exp", 1) => Between(random, -40.0, 40.0),
            ("exp", 2) => Between(random, -1.0, 1.0),
            ("exp", _) => Signed(random, AnySize(random, -60, 9)),
            ("log", 0) => AnySize(random, -1023, 1023),
            ("log", 1) => Between(random, 0.0, 1.0),
            ("log", 2) => Between(random, 1.0, 1000.0),
            ("log", _) => 1.0 + Signed(random, AnySize(random, -52, -2)),
            (_, 0) => Between(random, -20.0, 20.0),
            (_, 1) => Between(random, -4.0, 4.0),
            (_, 2) => Between(random, -1.0, 1.0),
            (_, _) => Signed(random, AnySize(random, -30, 4)),
        };
    }

    private static double Between(SeededRandom random, double low, double high) => low + ((high - low) * random.NextUniform());

    /// <summary>A positive number whose exponent is drawn; the exponent -1023 makes a subnormal one.</summary>
    private static double AnySize(SeededRandom random, int smallest, int largest)
    {
        long exponent = smallest + (long)(random.NextUniform() * (largest - smallest + 1));
        return BitConverter.Int64BitsToDouble(((exponent + 1023) << 52) | (long)(random.NextBits() >> 12));
    }

    private static double Signed(SeededRandom random, double x) => (random.NextBits() & 1) == 1 ? -x : x;
}
