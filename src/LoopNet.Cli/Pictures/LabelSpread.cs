namespace LoopNet.Cli;

/// <summary>Moves labels that stand one above the other apart, each as little as it has to.</summary>
internal static class LabelSpread
{
    /// <summary>The heights at which the labels stand, in the order of <paramref name="wanted"/>.</summary>
    /// <param name="wanted">The heights at which they would stand best.</param>
    /// <param name="gap">The smallest distance of two labels.</param>
    /// <param name="top">The smallest height.</param>
    /// <param name="bottom">The largest height; there is room for all labels in between.</param>
    public static double[] Apart(double[] wanted, double gap, double top, double bottom)
    {
        int[] order = [.. Enumerable.Range(0, wanted.Length).OrderBy(index => wanted[index])];
        double[] heights = new double[wanted.Length];
        double free = top;
        foreach (int index in order)
        {
            heights[index] = Math.Max(wanted[index], free);
            free = heights[index] + gap;
        }

        // What was pushed out at the bottom comes back, and pushes the others upwards.
        free = bottom;
        foreach (int index in order.Reverse())
        {
            heights[index] = Math.Min(heights[index], free);
            free = heights[index] - gap;
        }

        return heights;
    }
}
