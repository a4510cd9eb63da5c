namespace LoopNet;

/// <summary>The parameters that a network starts with, as a function of a seed.</summary>
public static class Initialization
{
    /// <summary>Draws the weights of every layer; biases are 0.</summary>
    /// <param name="sizes">n_0, n_1, ..., n_L: at least two sizes, each at least 1.</param>
    /// <param name="activations">f_1, ..., f_L.</param>
    /// <param name="loss">The loss.</param>
    /// <param name="seed">The seed; the same seed gives the same weights.</param>
    /// <param name="weights">How weights are drawn.</param>
    /// <param name="biases">Whether the layers have biases.</param>
    /// <exception cref="ArgumentException">A size is less than 1, there is no such way to draw weights, or the sizes, activations and loss do not make a network.</exception>
    public static Network Draw(
        int[] sizes, Activation[] activations, Loss loss, long seed, InitialWeights weights = InitialWeights.Scaled, bool biases = true)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        ArgumentNullException.ThrowIfNull(activations);
        if (sizes.Length < 2 || activations.Length != sizes.Length - 1)
        {
            throw new ArgumentException(Invariant($"{sizes.Length} sizes make {sizes.Length - 1} layers, each with one activation; there are {activations.Length}."), nameof(sizes));
        }

        int least = Array.FindIndex(sizes, size => size < 1);
        if (least >= 0)
        {
            throw new ArgumentException(Invariant($"Every size is at least 1, but size {least} is {sizes[least]}."), nameof(sizes));
        }

        SeededRandom random = new(seed, "weights");
        Layer[] layers = new Layer[activations.Length];
        for (int l = 1; l <= layers.Length; l++)
        {
            double[][] W = Tensors.Matrix(sizes[l], sizes[l - 1]);
            for (int i = 0; i < sizes[l]; i++)
            {
                for (int k = 0; k < sizes[l - 1]; k++)
                {
                    W[i][k] = Weight(random, weights, sizes[l - 1]);
                }
            }

            double[]? b = biases ? new double[sizes[l]] : null;
            layers[l - 1] = new Layer(W, b, activations[l - 1]);
        }

        return new Network(layers, loss);
    }

    private static double Weight(SeededRandom random, InitialWeights weights, int inputs)
    {
        return weights switch
        {
            InitialWeights.Scaled => random.NextNormal() * (1.0 / Math.Sqrt(inputs)),
            InitialWeights.He => random.NextNormal() * Math.Sqrt(2.0 / inputs),
            InitialWeights.Uniform => random.NextUniform() - 0.5,
            InitialWeights.Small => random.NextNormal() * 0.01,
            InitialWeights.Normal => random.NextNormal(),
            InitialWeights.Zero => 0.0,
            _ => throw new ArgumentOutOfRangeException(nameof(weights), weights, "There is no such way to draw weights."),
        };
    }
}
