using System.Diagnostics;
using System.Numerics;

namespace LoopNet;

/// <summary>Two whole numbers times a power of 2, between which the true value lies.</summary>
/// <param name="Low">At most the value.</param>
/// <param name="High">At least the value.</param>
/// <param name="Exponent">Of the power of 2 that both are multiplied with.</param>
[DebuggerStepThrough]
internal readonly record struct Enclosure(BigInteger Low, BigInteger High, int Exponent)
{
    /// <summary>Rounds the value, where it is known well enough.</summary>
    /// <param name="nearest">The double that both ends round to; the one that the lower end rounds to where they differ.</param>
    /// <returns>Whether both ends round to the same double.</returns>
    public bool TryRound(out double nearest)
    {
        nearest = Nearest(Low, Exponent);
        return Nearest(High, Exponent).Equals(nearest);
    }

    /// <summary>The double nearest to <paramref name="number"/> 2^<paramref name="exponent"/>; of two as near, the one whose last bit is 0.</summary>
    public static double Nearest(BigInteger number, int exponent)
    {
        if (number.IsZero)
        {
            return 0.0;
        }

        BigInteger size = BigInteger.Abs(number);

        // A double has 53 bits, but none below 2^-1074.
        int unit = Math.Max((int)size.GetBitLength() + exponent - 53, -1074);
        int dropped = unit - exponent;
        BigInteger kept = Dyadic.Shift(size, -dropped);
        if (dropped > 0)
        {
            BigInteger rest = size - (kept << dropped);
            BigInteger half = BigInteger.One << (dropped - 1);
            if (rest > half || (rest == half && !kept.IsEven))
            {
                kept++;
            }
        }

        // The leading bit of a normal number adds 1 to its exponent field, and so does a carry to 2^53.
        BigInteger bits = ((BigInteger)(unit + 1074) << 52) + kept;
        double nearest = bits < 0x7FF0000000000000 ? BitConverter.Int64BitsToDouble((long)bits) : double.PositiveInfinity;
        return number.Sign < 0 ? -nearest : nearest;
    }
}
