namespace LoopNet.Checking;

/// <summary>The factors by which a loss or its gradient comes out wrong when 1/2, 2 or 1/n is left out or put in.</summary>
internal static class LossFactors
{
    /// <summary>Each factor but 1, once, with its name.</summary>
    public static IEnumerable<(double Factor, string Name)> Of(Example example)
    {
        if (!example.Network.HasLoss)
        {
            return [];
        }

        int n = example.Network.OutputSize;
        (double Factor, string Name)[] factors =
        [
            (2.0, "2 times"), (0.5, "1/2 of"), (n, Invariant($"n = {n} times")), (1.0 / n, Invariant($"1/n = 1/{n} of")), (n / 2.0, Invariant($"n/2 = {n}/2 times")), (2.0 / n, Invariant($"2/n = 2/{n} of")),
        ];
        return factors.Where(factor => factor.Factor != 1.0).DistinctBy(factor => factor.Factor);
    }
}
