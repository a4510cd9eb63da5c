namespace LoopNet;

/// <summary>The backward pass: from the loss of one sample to the gradient of every parameter (B1 to B7).</summary>
public static class BackwardPass
{
    /// <summary>Fills the gradients of a sample's record; the forward pass has filled the rest.</summary>
    /// <param name="network">The network, with the parameters of the forward pass.</param>
    /// <param name="outputGradient">Jacobian or shortcut at the output layer.</param>
    /// <param name="sample">The record.</param>
    public static void Run(Network network, OutputGradient outputGradient, SampleRecord sample)
    {
        int L = network.Layers.Length;
        bool shortcut = outputGradient == OutputGradient.Shortcut;
        if (sample.Saturated && !shortcut)
        {
            // Saturated: the same gradient, each divisor at least 2^-1022.
            network.Loss.SaturatedGradient(sample.a[L], sample.y, sample.dL_da[L]);
        }
        else if (!shortcut)
        {
            // B1  dL/da = loss'(a, y)
            network.Loss.Gradient(sample.a[L], sample.y, sample.dL_da[L]);
        }

        for (int l = L; l >= 1; l--)
        {
            Layer layer = network.Layers[l - 1];
            bool output = l == L;
            if (!(output && shortcut))
            {
                // B2  da/dz = the Jacobian of f at z
                layer.Activation.Jacobian(sample.z[l], sample.a[l], sample.da_dz[l]);
            }

            if (output && (shortcut || sample.Saturated))
            {
                // Asked for, or saturated.
                Loops.Shortcut(sample.a[l], sample.y, sample.dL_dz[l]);
            }
            else
            {
                Loops.ThroughActivation(sample.da_dz[l], sample.dL_da[l], sample.dL_dz[l]);
            }

            Loops.WeightGradient(sample.dL_dz[l], sample.a[l - 1], sample.dL_dW[l]);
            if (layer.b is not null)
            {
                Loops.BiasGradient(sample.dL_dz[l], sample.dL_db[l]);
            }

            // Training has no use for dL/dx and leaves no room for it.
            bool wanted = sample.dL_da[l - 1].Length > 0;
            if (wanted)
            {
                Loops.ThroughWeights(layer.W, sample.dL_dz[l], sample.dL_da[l - 1]);
            }
        }
    }
}
