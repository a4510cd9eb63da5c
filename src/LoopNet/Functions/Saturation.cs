namespace LoopNet;

/// <summary>
/// Where a loss made of logarithms saturates: once the argument of a logarithm that counts has underflowed, the chain
/// B1, B2, B3 has no finite value, although its exact result is harmless (docs/math.md, Saturation).
/// </summary>
public static class Saturation
{
    /// <summary>An output below this, with a coefficient that is not 0, is saturated: 2^-900.</summary>
    public static readonly double Threshold = Math.ScaleB(1.0, -900);

    /// <summary>What a saturated B1 divides by at least, so that it stays finite: 2^-1022, the smallest normal number.</summary>
    public static readonly double SmallestDivisor = Math.ScaleB(1.0, -1022);
}
