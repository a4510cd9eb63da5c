namespace LoopNet.Checking;

/// <summary>The sheet of paper on which one step is calculated: every number of it, by name, to be written equation by equation.</summary>
public sealed class Sheet
{
    /// <summary>Makes an empty sheet.</summary>
    /// <param name="example">The example whose steps are calculated.</param>
    internal Sheet(Example example)
    {
        Example = example;
        Network network = example.Network;
        LastLayer = network.Layers.Length;
        int samples = Math.Min(example.BatchSize, example.Samples.Count);
        Samples = new SampleSheet[samples];
        for (int s = 0; s < samples; s++)
        {
            Samples[s] = new SampleSheet(network);
        }

        W = new double[LastLayer + 1][][];
        b = new double[]?[LastLayer + 1];
        batch_dL_dW = new double[LastLayer + 1][][];
        batch_dL_db = new double[LastLayer + 1][];
        W_new = new double[LastLayer + 1][][];
        b_new = new double[]?[LastLayer + 1];
        for (int l = 1; l <= LastLayer; l++)
        {
            Layer layer = network.Layers[l - 1];
            batch_dL_dW[l] = Tensors.Matrix(layer.Size, layer.InputSize);
            batch_dL_db[l] = new double[layer.Size];
            W_new[l] = Tensors.Matrix(layer.Size, layer.InputSize);
            b_new[l] = layer.b is null ? null : new double[layer.Size];
        }
    }

    /// <summary>The example; its network has the parameters before step 1.</summary>
    public Example Example { get; }

    /// <summary>The number of layers.</summary>
    public int LastLayer { get; }

    /// <summary>The step, from 1.</summary>
    public int Step { get; internal set; }

    /// <summary>How many samples the step has.</summary>
    public int Count { get; internal set; }

    /// <summary>The sheet of the step before; null in step 1.</summary>
    public Sheet? Before { get; internal set; }

    /// <summary>The samples, of which the first <see cref="Count"/> are used.</summary>
    public SampleSheet[] Samples { get; }

    /// <summary>Weights before the step, by layer.</summary>
    public double[][][] W { get; }

    /// <summary>Biases before the step, by layer; null where a layer has none.</summary>
    public double[]?[] b { get; }

    /// <summary>M1, by layer.</summary>
    public double[][][] batch_dL_dW { get; }

    /// <summary>M2, by layer.</summary>
    public double[][] batch_dL_db { get; }

    /// <summary>U1, by layer.</summary>
    public double[][][] W_new { get; }

    /// <summary>U2, by layer; null where a layer has no biases.</summary>
    public double[]?[] b_new { get; }

    /// <summary>The learning rate by which U1 moves the weights of this step.</summary>
    public double WeightRate { get; set; }

    /// <summary>The learning rate by which U2 moves the biases of this step.</summary>
    public double BiasRate { get; set; }

    /// <summary>How the step moves the parameters.</summary>
    public UpdateRule Rule => Example.Rule;

    /// <summary>The activation of a layer.</summary>
    /// <param name="l">The layer, from 1.</param>
    public Activation Activation(int l) => Example.Network.Layers[l - 1].Activation;

    /// <summary>Whether the gradient at the output layer is the shortcut a - y.</summary>
    public bool HasShortcut => Rule.OutputGradient == OutputGradient.Shortcut;

    /// <summary>The gradient that moves the weights of a layer: the batch's, or that of the only sample.</summary>
    /// <param name="l">The layer, from 1.</param>
    public double[][] dL_dW(int l) => Count > 1 ? batch_dL_dW[l] : Samples[0].dL_dW[l];

    /// <summary>The gradient that moves the biases of a layer: the batch's, or that of the only sample.</summary>
    /// <param name="l">The layer, from 1.</param>
    public double[] dL_db(int l) => Count > 1 ? batch_dL_db[l] : Samples[0].dL_db[l];

    /// <summary>The rows of a tensor: a vector and a single number are one row.</summary>
    /// <param name="slot">Which tensor.</param>
    /// <remarks>For reading; weights, biases and dz/da may be shared with other sheets.</remarks>
    public double[][] Rows(TensorSlot slot)
    {
        int l = slot.Layer;
        if (slot.Sample < 0)
        {
            return slot.Kind switch
            {
                TensorKind.W => W[l],
                TensorKind.b => [b[l]!],
                TensorKind.batch_dL_dW => batch_dL_dW[l],
                TensorKind.batch_dL_db => [batch_dL_db[l]],
                TensorKind.W_new => W_new[l],
                _ => [b_new[l]!],
            };
        }

        SampleSheet sample = Samples[slot.Sample];
        return slot.Kind switch
        {
            TensorKind.a => [sample.a[l]],
            TensorKind.z => [sample.z[l]],
            TensorKind.y => [sample.y],
            TensorKind.L => [sample.L],
            TensorKind.dL_da => [sample.dL_da[l]],
            TensorKind.da_dz => sample.da_dz[l],
            TensorKind.dL_dz => [sample.dL_dz[l]],
            TensorKind.dz_dW => sample.dz_dW[l]!,
            TensorKind.dL_dW => sample.dL_dW[l],
            TensorKind.dL_db => [sample.dL_db[l]],
            _ => sample.dz_da[l],
        };
    }

    /// <summary>Gives a tensor that may be shared with another sheet arrays of its own, so that a number of it can be changed.</summary>
    /// <param name="slot">Which tensor.</param>
    internal void Separate(TensorSlot slot)
    {
        int l = slot.Layer;
        switch (slot.Kind)
        {
            case TensorKind.W:
                W[l] = [.. W[l].Select(row => (double[])[.. row])];
                break;
            case TensorKind.b:
                b[l] = [.. b[l]!];
                break;
            case TensorKind.dz_da:
                SampleSheet sample = Samples[slot.Sample];
                sample.dz_da[l] = [.. sample.dz_da[l].Select(row => (double[])[.. row])];
                break;
        }
    }
}
