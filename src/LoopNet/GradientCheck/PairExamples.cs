namespace LoopNet;

/// <summary>A small example for each pair of an output activation and a loss that go together.</summary>
public static class PairExamples
{
    private static readonly int[] Sizes = [4, 5, 4, 3];

    /// <summary>One example for each pair, losses in the order of <see cref="Loss.All"/>.</summary>
    /// <param name="seed">The seed of weights, biases, inputs and targets.</param>
    /// <remarks>The two hidden layers take turns with all activations.</remarks>
    public static IReadOnlyList<Example> All(long seed)
    {
        List<Example> examples = [];
        foreach (Loss loss in Loss.All)
        {
            foreach (Activation output in Activation.All)
            {
                if (loss.Accepts(output))
                {
                    Activation first = Activation.All[examples.Count % Activation.All.Count];
                    Activation second = Activation.All[(examples.Count + 1) % Activation.All.Count];
                    examples.Add(Of([first, second, output], loss, seed));
                }
            }
        }

        return examples;
    }

    /// <summary>An example of two samples, with random weights and biases.</summary>
    /// <param name="activations">The activations of the three layers.</param>
    /// <param name="loss">A loss that accepts the last of them.</param>
    /// <param name="seed">The seed of weights, biases, inputs and targets.</param>
    internal static Example Of(Activation[] activations, Loss loss, long seed)
    {
        ArgumentNullException.ThrowIfNull(activations);
        ArgumentNullException.ThrowIfNull(loss);
        string name = $"{activations[^1].Name}-{loss.Name}";
        SeededRandom random = new(seed, name);
        Layer[] layers = new Layer[activations.Length];
        for (int l = 1; l <= layers.Length; l++)
        {
            double[][] W = Tensors.Matrix(Sizes[l], Sizes[l - 1]);
            foreach (double[] row in W)
            {
                Fill(row, random);
            }

            double[] b = new double[Sizes[l]];
            Fill(b, random);
            layers[l - 1] = new Layer(W, b, activations[l - 1]);
        }

        Network network = new(layers, loss);
        double[][] inputs = Tensors.Matrix(2, Sizes[0]);
        double[][] targets = Tensors.Matrix(2, network.TargetSize);
        for (int s = 0; s < inputs.Length; s++)
        {
            Fill(inputs[s], random);
            FillTarget(targets[s], random);
        }

        return new Example(name, network, new SampleList(inputs, targets), new UpdateRule(0.1), BatchSize: 2, Steps: 1, Source: null);
    }

    private static void Fill(double[] numbers, SeededRandom random)
    {
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = 2.0 * random.NextUniform() - 1.0;
        }
    }

    // Numbers from 0 to 1 that add up to 1: targets that every loss takes.
    private static void FillTarget(double[] target, SeededRandom random)
    {
        double sum = 0.0;
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = 0.1 + random.NextUniform();
            sum += target[i];
        }

        for (int i = 0; i < target.Length; i++)
        {
            target[i] /= sum;
        }
    }
}
