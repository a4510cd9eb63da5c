namespace LoopNet;

/// <summary>Whether samples fit a network.</summary>
internal static class Fit
{
    /// <summary>Compares sizes.</summary>
    /// <exception cref="ArgumentException">Inputs or targets have another length than the network's.</exception>
    public static void Check(Network network, ISampleSource source)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(source);
        if (source.InputSize != network.InputSize || source.TargetSize != network.OutputSize)
        {
            throw new ArgumentException(
                $"The samples have {source.InputSize} inputs and {source.TargetSize} targets, the network takes {network.InputSize} and gives {network.OutputSize}.",
                nameof(source));
        }
    }
}
