namespace LoopNet.Cli;

/// <summary>Which points of a long curve are drawn: no more than the eye can tell apart.</summary>
internal static class CurveThinning
{
    private const int Buckets = 300;

    /// <summary>The indexes to draw, ascending.</summary>
    /// <remarks>
    /// All of a short curve; of a long one the first, the last, and the lowest and the highest of each stretch, so that a
    /// spike of a single epoch stays to be seen.
    /// </remarks>
    /// <param name="values">The curve, at least one number.</param>
    public static List<int> Indexes(double[] values)
    {
        int inner = values.Length - 2;
        if (inner <= 2 * Buckets)
        {
            return [.. Enumerable.Range(0, values.Length)];
        }

        List<int> indexes = [0];
        for (int bucket = 0; bucket < Buckets; bucket++)
        {
            int start = 1 + (int)((long)inner * bucket / Buckets);
            int end = 1 + (int)((long)inner * (bucket + 1) / Buckets);
            int lowest = start;
            int highest = start;
            for (int index = start; index < end; index++)
            {
                lowest = values[index] < values[lowest] ? index : lowest;
                highest = values[index] > values[highest] ? index : highest;
            }

            indexes.Add(Math.Min(lowest, highest));
            if (lowest != highest)
            {
                indexes.Add(Math.Max(lowest, highest));
            }
        }

        indexes.Add(values.Length - 1);
        return indexes;
    }
}
