namespace LoopNet;

/// <summary>
/// Random numbers as a pure function of a seed, a purpose, an epoch and the number of draws made so far.
/// </summary>
/// <remarks>
/// The same arguments give the same numbers on every version of .NET, and no state has to be saved to go on with a run:
/// what happens in epoch 7 does not depend on how much was drawn before it. The generator is SplitMix64
/// (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014), started from a hash of its arguments.
/// </remarks>
public sealed class SeededRandom
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    private ulong _state;

    /// <summary>Starts the sequence of one purpose.</summary>
    /// <param name="seed">The seed of the whole run.</param>
    /// <param name="purpose">What the numbers are for, for example <c>weights</c>: each purpose has a sequence of its own.</param>
    /// <param name="epoch">The epoch, or any other count that has a sequence of its own; 0 where there is none.</param>
    public SeededRandom(long seed, string purpose, long epoch = 0)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        ulong hash = Mix(unchecked((ulong)seed) + GoldenGamma);
        foreach (char letter in purpose)
        {
            hash = Mix(hash ^ letter);
        }

        _state = Mix(hash ^ unchecked((ulong)epoch));
    }

    /// <summary>The next 64 random bits.</summary>
    internal ulong NextBits()
    {
        _state = unchecked(_state + GoldenGamma);
        return Mix(_state);
    }

    /// <summary>The next number of the uniform distribution on [0, 1): a multiple of 2^-53.</summary>
    public double NextUniform()
    {
        ulong bits = NextBits() >> 11;
        return bits * (1.0 / (1UL << 53));
    }

    /// <summary>The next whole number from 0 to <paramref name="count"/> - 1, each equally likely to within 2^-32.</summary>
    /// <param name="count">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public int NextIndex(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ulong bits = NextBits() >> 32;
        return (int)((bits * (ulong)count) >> 32);
    }

    /// <summary>The next number of the normal distribution with mean 0 and standard deviation 1, by the polar method (Marsaglia and Bray, 1964).</summary>
    /// <remarks>Points of a square are drawn until one lies in the unit circle, and not at its centre; its second number is not used.</remarks>
    public double NextNormal()
    {
        double u;
        double square;
        do
        {
            u = (2.0 * NextUniform()) - 1.0;
            double v = (2.0 * NextUniform()) - 1.0;
            square = (u * u) + (v * v);
        }
        while (square >= 1.0 || square == 0.0);

        double logarithm = CorrectlyRounded.Log(square);
        double stretch = Math.Sqrt(-2.0 * logarithm / square);
        return u * stretch;
    }

    private static ulong Mix(ulong bits)
    {
        bits = unchecked((bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9);
        bits = unchecked((bits ^ (bits >> 27)) * 0x94D049BB133111EB);
        return bits ^ (bits >> 31);
    }
}
