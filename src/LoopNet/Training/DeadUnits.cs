namespace LoopNet;

/// <summary>ReLU units whose z is 0 or less for every sample: they give 0, their derivative is 0, and no update moves their weights.</summary>
public static class DeadUnits
{
    /// <summary>Counts them.</summary>
    /// <param name="network">The network; it stays as it is.</param>
    /// <param name="source">The samples, at least one, of the network's sizes.</param>
    /// <param name="cancellation">Ends the count between two samples.</param>
    /// <returns>A number for each layer, from index 1; 0 for a layer of another activation.</returns>
    /// <exception cref="ArgumentException">The samples do not fit the network, or there is none.</exception>
    /// <exception cref="OperationCanceledException">The count was ended.</exception>
    /// <remarks>It ends as soon as every unit has given more than 0, which is after a few samples in most networks.</remarks>
    public static int[] Count(Network network, ISampleSource source, CancellationToken cancellation = default)
    {
        SampleFit.Check(network, source);
        if (source.Count == 0)
        {
            throw new ArgumentException("There is no sample for which a unit could be dead.", nameof(source));
        }

        int[] dead = new int[network.Layers.Length + 1];
        bool[][] alive = new bool[dead.Length][];
        int left = 0;
        for (int l = 1; l < dead.Length; l++)
        {
            Layer layer = network.Layers[l - 1];
            dead[l] = layer.Activation is Relu { IsStandard: true } ? layer.Size : 0;
            alive[l] = new bool[dead[l]];
            left += dead[l];
        }

        SampleRecord sample = new(network, gradients: false, inputGradient: false);
        for (int s = 0; s < source.Count && left > 0; s++)
        {
            cancellation.ThrowIfCancellationRequested();
            source.Read(s, sample.x, sample.y);
            ForwardPass.Run(network, sample);
            left -= Revive(sample, alive, dead);
        }

        return dead;
    }

    // How many units gave more than 0 for the first time.
    private static int Revive(SampleRecord sample, bool[][] alive, int[] dead)
    {
        int revived = 0;
        for (int l = 1; l < dead.Length; l++)
        {
            for (int i = 0; i < alive[l].Length; i++)
            {
                if (!alive[l][i] && sample.z[l][i] > 0.0)
                {
                    alive[l][i] = true;
                    dead[l]--;
                    revived++;
                }
            }
        }

        return revived;
    }
}
