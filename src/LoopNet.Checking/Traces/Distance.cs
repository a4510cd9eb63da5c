using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>How far a number of a trace lies from the one that follows, in words.</summary>
internal static class Distance
{
    // Beyond it, a count of doubles tells a person nothing.
    private const ulong MostUnits = 1_000_000;

    private static readonly Numbers ThreeDigits = new(3);

    /// <summary>The distance; null where it says nothing, since the number that follows is 0.</summary>
    /// <param name="found">The number that stands there.</param>
    /// <param name="derived">The number that follows.</param>
    public static string? Of(double found, double derived)
    {
        if (Units.AreSame(found, -derived))
        {
            return "the sign is reversed";
        }

        ulong units = Units.Apart(found, derived);
        if (units <= MostUnits)
        {
            return units == 1 ? "1 unit in the last place" : $"{units:N0} units in the last place";
        }

        double relative = Math.Abs((found - derived) / derived);
        return double.IsFinite(relative) ? $"a relative difference of {ThreeDigits.Write(relative)}" : null;
    }
}
