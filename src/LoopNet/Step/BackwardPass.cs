namespace LoopNet;

/// <summary>The backward pass: from the loss of one sample to the gradient of every parameter (B1 to B7).</summary>
public static class BackwardPass
{
    /// <summary>Fills the gradients of a sample's record; the forward pass has filled the rest.</summary>
    /// <param name="network">The network, with the parameters of the forward pass.</param>
    /// <param name="outputGradient">Jacobian or shortcut at the output layer.</param>
    /// <param name="sample">A record of this network, with room for gradients.</param>
    /// <exception cref="ArgumentException">The record was made for another network or without gradients, or the shortcut does not hold for the network.</exception>
    /// <remarks>Layers without biases and training without dL/dx have empty arrays in the record: their loops end at once.</remarks>
    public static void Run(Network network, OutputGradient outputGradient, SampleRecord sample)
    {
        SampleFit.CheckBackward(network, outputGradient, sample);
        int last = network.Layers.Length;
        if (outputGradient == OutputGradient.Shortcut)
        {
            // Asked for, in place of the chain of the output layer.
            Loops.Shortcut(sample.a[last], sample.y, sample.dL_dz[last]);
        }
        else if (network.Loss.WhereSaturated(network.Output, sample.a[last], sample.y) is SaturatedLoss saturated)
        {
            // The chain may have no finite value here. Its result is a - y; dL/da is kept finite, only to be seen.
            saturated.Gradient(sample.a[last], sample.y, sample.dL_da[last]);
            Jacobian(network.Layers[last - 1], sample, last);
            Loops.Shortcut(sample.a[last], sample.y, sample.dL_dz[last]);
        }
        else
        {
            // B1  dL/da = loss'(a, y)
            network.Loss.Gradient(sample.a[last], sample.y, sample.dL_da[last]);
            Jacobian(network.Layers[last - 1], sample, last);
            Loops.ThroughActivation(sample.da_dz[last], sample.dL_da[last], sample.dL_dz[last]);
        }

        for (int l = last; l >= 1; l--)
        {
            Layer layer = network.Layers[l - 1];
            Loops.WeightGradient(sample.dL_dz[l], sample.a[l - 1], sample.dL_dW[l]);
            Loops.BiasGradient(sample.dL_dz[l], sample.dL_db[l]);
            Loops.ThroughWeights(layer.W, sample.dL_dz[l], sample.dL_da[l - 1]);
            if (l > 1)
            {
                // On to the layer below.
                Jacobian(network.Layers[l - 2], sample, l - 1);
                Loops.ThroughActivation(sample.da_dz[l - 1], sample.dL_da[l - 1], sample.dL_dz[l - 1]);
            }
        }
    }

    private static void Jacobian(Layer layer, SampleRecord sample, int l)
    {
        // B2  da/dz = the Jacobian of f at z
        layer.Activation.Jacobian(sample.z[l], sample.a[l], sample.da_dz[l]);
    }
}
