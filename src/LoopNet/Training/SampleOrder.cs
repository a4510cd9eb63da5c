namespace LoopNet;

/// <summary>The order in which a pass goes through its samples, as a function of seed and epoch.</summary>
public static class SampleOrder
{
    /// <summary>A random order: each of the orders of <paramref name="count"/> samples is about equally likely (Fisher and Yates).</summary>
    /// <param name="count">The number of samples, at least 0.</param>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="epoch">The pass, from 1; 0 for an order that is settled before the first.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 0.</exception>
    /// <returns>The numbers 0 to <paramref name="count"/> - 1, each once.</returns>
    public static int[] Shuffled(int count, long seed, int epoch)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        int[] order = new int[count];
        for (int s = 0; s < count; s++)
        {
            order[s] = s;
        }

        SeededRandom random = new(seed, "shuffle", epoch);
        for (int s = count - 1; s > 0; s--)
        {
            int other = random.NextIndex(s + 1);
            (order[s], order[other]) = (order[other], order[s]);
        }

        return order;
    }
}
