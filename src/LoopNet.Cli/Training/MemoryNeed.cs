namespace LoopNet.Cli;

/// <summary>How much memory training takes, so that a network that cannot fit is refused before anything is allocated.</summary>
internal static class MemoryNeed
{
    private const double Gigabyte = 1e9;

    /// <summary>Checks that a network can be trained in the memory of this machine.</summary>
    /// <param name="sizes">n_0, ..., n_L.</param>
    /// <param name="available">The memory there is, in bytes.</param>
    /// <exception cref="UsageException">The network does not fit.</exception>
    public static void Check(int[] sizes, long available)
    {
        double needed = OfTraining(sizes);
        if (needed > available)
        {
            throw new UsageException(
                Invariant($"the layers {string.Join('-', sizes)} need about {needed / Gigabyte:N1} GB of memory, ") +
                $"n x n numbers for the Jacobian of each layer of n units among them, " +
                Invariant($"but there are {available / Gigabyte:N1} GB: choose smaller layers"));
        }
    }

    /// <summary>The bytes that the tensors of training take.</summary>
    /// <param name="sizes">n_0, ..., n_L.</param>
    public static double OfTraining(int[] sizes)
    {
        double numbers = 0.0;
        for (int l = 1; l < sizes.Length; l++)
        {
            double units = sizes[l];

            // The weights, once more while they are drawn, and their gradients; the Jacobian of the activation; a few vectors.
            numbers += 3.0 * units * sizes[l - 1];
            numbers += units * units;
            numbers += 8.0 * units;
        }

        return numbers * sizeof(double);
    }
}
