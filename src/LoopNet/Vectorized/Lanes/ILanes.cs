namespace LoopNet;

/// <summary>
/// Several numbers side by side, each with the arithmetic of an ordinary <c>double</c>: lane 3 of a sum is the sum of the two
/// lanes 3, rounded as always.
/// </summary>
/// <remarks>There is no operation between lanes and no fused multiplication and addition, because either would change bits.</remarks>
internal unsafe interface ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    /// <summary>The number of lanes.</summary>
    static abstract int Count { get; }

    /// <summary>0.0 in every lane.</summary>
    static abstract TSelf Zero { get; }

    /// <summary>The same number in every lane.</summary>
    static abstract TSelf All(double number);

    /// <summary>Numbers that stand one after another in memory.</summary>
    static abstract TSelf Load(double* from);

    /// <summary>Writes the numbers one after another.</summary>
    static abstract void Store(TSelf numbers, double* to);

    /// <summary>Lane by lane.</summary>
    static abstract TSelf operator +(TSelf left, TSelf right);

    /// <summary>Lane by lane.</summary>
    static abstract TSelf operator -(TSelf left, TSelf right);

    /// <summary>Lane by lane.</summary>
    static abstract TSelf operator *(TSelf left, TSelf right);

    /// <summary>Lane by lane.</summary>
    static abstract TSelf operator /(TSelf left, TSelf right);

    /// <summary>In each lane <paramref name="yes"/> where <paramref name="z"/> is greater than 0, else <paramref name="no"/>.</summary>
    static abstract TSelf WherePositive(TSelf z, TSelf yes, TSelf no);

    /// <summary>In each lane <paramref name="yes"/> where <paramref name="z"/> is at least 0, else <paramref name="no"/>.</summary>
    static abstract TSelf WhereNotNegative(TSelf z, TSelf yes, TSelf no);

    /// <summary>Whether every lane lies from -<paramref name="limit"/> to <paramref name="limit"/>; not a number does not.</summary>
    static abstract bool AllWithin(TSelf numbers, TSelf limit);

    /// <summary>Whether each lane of the one equals that lane of the other.</summary>
    static abstract bool AllEqual(TSelf left, TSelf right);

    /// <summary>What rounding took off each product, exactly (<see cref="ErrorFree"/>).</summary>
    static abstract TSelf ProductError(TSelf left, TSelf right, TSelf product);

    /// <summary>Each number plus a product, exactly, where that is a double (<see cref="ErrorFree"/>).</summary>
    static abstract TSelf PlusProduct(TSelf numbers, TSelf left, TSelf right);

    /// <summary>For each lane the pair of a table whose number stands in the last 7 bits of that lane.</summary>
    /// <param name="table">128 pairs.</param>
    /// <param name="bits">Lanes whose bits are looked at, not their numbers.</param>
    /// <param name="seconds">The second numbers of the pairs.</param>
    /// <returns>The first numbers of the pairs.</returns>
    static abstract TSelf Pairs(double* table, TSelf bits, out TSelf seconds);

    /// <summary>Each lane times 2^m, where the whole number m stands in the bits before the last 7 of that lane of <paramref name="bits"/>.</summary>
    static abstract TSelf TimesPowerOfTwo(TSelf numbers, TSelf bits);
}
