namespace LoopNet;

/// <summary>The parameters that a network starts with, as a function of a seed.</summary>
public static class Initialization
{
    /// <summary>
    /// Each weight is drawn from the normal distribution with mean 0 and standard deviation 1 and
    /// multiplied by 1/sqrt(n), where n is the number of inputs of its layer; biases are 0.
    /// </summary>
    /// <param name="sizes">n_0, n_1, ..., n_L: at least two sizes, each at least 1.</param>
    /// <param name="activations">f_1, ..., f_L.</param>
    /// <param name="loss">The loss.</param>
    /// <param name="seed">The seed; the same seed gives the same weights.</param>
    /// <param name="biases">Whether the layers have biases.</param>
    /// <exception cref="ArgumentException">The sizes, activations and loss do not make a network.</exception>
    public static Network Scaled(int[] sizes, Activation[] activations, Loss loss, long seed, bool biases = true)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        ArgumentNullException.ThrowIfNull(activations);
        if (sizes.Length < 2 || activations.Length != sizes.Length - 1)
        {
            throw new ArgumentException($"{sizes.Length} sizes make {sizes.Length - 1} layers, each with one activation; there are {activations.Length}.", nameof(sizes));
        }

        SeededRandom random = new(seed, "weights");
        Layer[] layers = new Layer[activations.Length];
        for (int l = 1; l <= layers.Length; l++)
        {
            double[][] W = Tensors.Matrix(sizes[l], sizes[l - 1]);
            double scale = 1.0 / Math.Sqrt(sizes[l - 1]);
            for (int i = 0; i < sizes[l]; i++)
            {
                for (int k = 0; k < sizes[l - 1]; k++)
                {
                    W[i][k] = random.NextNormal() * scale;
                }
            }

            double[]? b = biases ? new double[sizes[l]] : null;
            layers[l - 1] = new Layer(W, b, activations[l - 1]);
        }

        return new Network(layers, loss);
    }
}
