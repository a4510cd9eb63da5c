namespace LoopNet.Checking;

/// <summary>One draw of an exercise: the example, and the weighted sums that were chosen as logarithms.</summary>
/// <param name="Example">The example.</param>
/// <param name="Sums">For each layer from 1, which logarithms the weighted sums of the first sample are; empty where they are none.</param>
internal sealed record ExerciseDraw(Example Example, IReadOnlyList<int[]> Sums)
{
    private const double Tenths = 10.0;

    /// <summary>Draws the numbers of an exercise.</summary>
    /// <param name="plan">What it is to be.</param>
    /// <param name="name">The name of the example.</param>
    /// <param name="random">Where its numbers are drawn from.</param>
    public static ExerciseDraw Of(ExercisePlan plan, string name, SeededRandom random)
    {
        FriendlyNumbers numbers = new(random);
        double[][] inputs = [.. Enumerable.Range(0, plan.Samples).Select(_ => numbers.Input(plan.Sizes[0]))];
        double[][] targets = [.. inputs.Select(_ => numbers.Target(plan.Sizes[^1], plan.Activations[^1], plan.Loss))];
        LogarithmSums logarithms = new(random);
        List<Layer> layers = [];
        List<int[]> sums = [];
        double[][] outputs = inputs;
        for (int l = 1; l <= plan.Last; l++)
        {
            Activation activation = plan.Activations[l - 1];
            double[][] W = numbers.Weights(plan.Sizes[l], plan.Sizes[l - 1]);
            double[] b = numbers.Biases(plan.Sizes[l]);
            bool isExact = plan.IsExact && LogarithmSums.Exist(activation, plan.Sizes[l]);
            sums.Add(isExact ? logarithms.Draw(activation, plan.Sizes[l]) : []);
            if (isExact)
            {
                b = BiasesFor(sums[^1], W, outputs[0]);
            }
            else if (plan.HasDeadLayer && l == plan.FirstHiddenRelu)
            {
                b = BiasesThatKill(W, outputs);
            }

            Layer layer = new(W, b, activation);
            layers.Add(layer);
            outputs = [.. outputs.Select(a => Outputs(layer, a))];
        }

        UpdateRule rule = new(plan.LearningRate);
        Example example = new(name, new Network([.. layers], plan.Loss), new SampleList(inputs, targets), rule, plan.BatchSize ?? plan.Samples, plan.Steps, Source: null);
        return new ExerciseDraw(example, sums);
    }

    /// <summary>The weighted sums of a layer that are logarithms, and the biases that make them so.</summary>
    /// <param name="l">The layer, from 1, one with such sums.</param>
    public string SumsInWords(int l)
    {
        int[] sums = Sums[l - 1];
        double[] b = Example.Network.Layers[l - 1].b!;
        IEnumerable<string> biases = sums.Select((k, i) =>
        {
            // Friendly numbers with few decimals are left.
            double rest = Math.Round(b[i] - LogarithmSums.Value(k), 10);
            string added = rest == 0.0 ? "" : Invariant($" {(rest < 0.0 ? '-' : '+')} {Math.Abs(rest):R}");
            return $"{LogarithmSums.Text(k)}{added}";
        });
        return Invariant($"z{l} = {string.Join(", ", sums.Select(LogarithmSums.Text))} with b{l} = {string.Join(", ", biases)}");
    }

    // b = ln k - W a, so that z = W a + b = ln k.
    private static double[] BiasesFor(int[] sums, double[][] W, double[] a)
    {
        double[] products = new double[sums.Length];
        Loops.WeightedSums(W, a, null, products);
        return [.. sums.Select((k, i) => LogarithmSums.Value(k) - products[i])];
    }

    // Biases with one decimal that leave every weighted sum half a unit or more below 0.
    private static double[] BiasesThatKill(double[][] W, double[][] outputs)
    {
        double[] largest = new double[W.Length];
        Array.Fill(largest, double.NegativeInfinity);
        foreach (double[] a in outputs)
        {
            double[] products = new double[W.Length];
            Loops.WeightedSums(W, a, null, products);
            for (int i = 0; i < W.Length; i++)
            {
                largest[i] = Math.Max(largest[i], products[i]);
            }
        }

        return [.. largest.Select(product => Math.Min(-0.1, (Math.Floor(-Tenths * product) - 5.0) / Tenths))];
    }

    private static double[] Outputs(Layer layer, double[] a)
    {
        double[] z = new double[layer.Size];
        double[] outputs = new double[layer.Size];
        Loops.WeightedSums(layer.W, a, layer.b, z);
        layer.Activation.Value(z, outputs);
        return outputs;
    }
}
