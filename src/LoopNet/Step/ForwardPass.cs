namespace LoopNet;

/// <summary>The forward pass: from the input of one sample to its loss (F1, F2, F3).</summary>
public static class ForwardPass
{
    /// <summary>Fills <c>z</c>, <c>a</c> and <c>L</c> of a sample's record.</summary>
    /// <param name="network">The network.</param>
    /// <param name="sample">A record of this network; it holds y, and the outputs of the layer before <paramref name="first"/>.</param>
    /// <param name="first">The layer to begin with; 1 for a whole pass.</param>
    /// <exception cref="ArgumentException">The record was made for another network, or its target is none that the loss takes.</exception>
    public static void Run(Network network, SampleRecord sample, int first = 1)
    {
        SampleFit.CheckForward(network, sample);
        int last = network.Layers.Length;
        for (int l = first; l <= last; l++)
        {
            Layer layer = network.Layers[l - 1];
            Loops.WeightedSums(layer.W, sample.a[l - 1], layer.b, sample.z[l]);

            // F2  a = f(z)
            layer.Activation.Value(sample.z[l], sample.a[l]);
        }

        // F3  L = loss(a, y)
        sample.L = network.Loss.Value(sample.a[last], sample.y);

        SaturatedLoss? saturated = network.Loss.WhereSaturated(network.Output, sample.a[last], sample.y);
        sample.Saturated = saturated is not null;
        if (saturated is not null)
        {
            // A logarithm has lost its argument to underflow: the same loss, from z.
            sample.L = saturated.Value(sample.z[last], sample.y);
        }
    }
}
