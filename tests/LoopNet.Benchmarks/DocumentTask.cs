namespace LoopNet.Benchmarks;

/// <summary>The network of a document and how it is trained, as <c>loopnet train --preset</c> has them: what is measured.</summary>
/// <param name="Sizes">n_0, n_1, ..., n_L.</param>
/// <param name="Rule">How the parameters move.</param>
/// <param name="Weights">How the first weights are drawn.</param>
/// <param name="Hidden">The activation of the hidden layers.</param>
internal sealed record DocumentTask(int[] Sizes, UpdateRule Rule, InitialWeights Weights, Activation Hidden)
{
    /// <summary>Document 000: an update for each sample.</summary>
    public static DocumentTask Of000 { get; } = new([784, 32, 32, 10], new UpdateRule(0.01), InitialWeights.Scaled, new Sigmoid());

    /// <summary>Document 003: an update over all samples.</summary>
    public static DocumentTask Of003 { get; } = new([784, 72, 36, 10], new UpdateRule(0.2), InitialWeights.He, new Relu());

    /// <summary>Document 004: an update over all samples, with the shortcut a - y.</summary>
    public static DocumentTask Of004 { get; } = new(
        [784, 10, 10], new UpdateRule(0.1) { OutputGradient = OutputGradient.Shortcut }, InitialWeights.He, new Relu());

    /// <summary>A network with weights of its own seed.</summary>
    public Network Draw() => Initialization.Draw(Sizes, Activations(), new CrossEntropy(), seed: 1, Weights);

    /// <summary>A network with given weights, and biases of 0.</summary>
    /// <param name="weights">W_1, W_2, ... one after another, each row by row: <see cref="WeightCount"/> numbers.</param>
    public Network From(ReadOnlySpan<double> weights)
    {
        Activation[] activations = Activations();
        Layer[] layers = new Layer[activations.Length];
        int place = 0;
        for (int l = 1; l <= layers.Length; l++)
        {
            double[][] W = new double[Sizes[l]][];
            for (int i = 0; i < W.Length; i++)
            {
                W[i] = weights.Slice(place, Sizes[l - 1]).ToArray();
                place += Sizes[l - 1];
            }

            layers[l - 1] = new Layer(W, new double[Sizes[l]], activations[l - 1]);
        }

        return new Network(layers, new CrossEntropy());
    }

    /// <summary>The number of weights, without biases.</summary>
    public int WeightCount
    {
        get
        {
            int count = 0;
            for (int l = 1; l < Sizes.Length; l++)
            {
                count += Sizes[l] * Sizes[l - 1];
            }

            return count;
        }
    }

    private Activation[] Activations()
    {
        Activation[] activations = new Activation[Sizes.Length - 1];
        Array.Fill(activations, Hidden);
        activations[^1] = new Softmax();
        return activations;
    }
}
