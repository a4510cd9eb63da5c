namespace LoopNet;

/// <summary>
/// Compares every gradient of a step with central differences, which know nothing of the chain rule:
/// <c>dL/dp</c> is nearly <c>(L(p + h) - L(p - h)) / 2h</c>.
/// </summary>
/// <remarks>
/// Not only the gradients of the parameters are compared but every derivative on the way, in the order of computation:
/// so the first tensor that disagrees names the function that is wrong.
/// </remarks>
public static class GradientCheck
{
    /// <summary>The relative error up to which two derivatives agree. Right ones differ by about 1e-7 at most, wrong ones usually by 1e-2 and more.</summary>
    public const double Tolerance = 1e-6;

    /// <summary>A derivative smaller than this (times the loss, where that is over 1) is compared as if it were this large: below it, the rounding of the differences shows.</summary>
    public const double SmallestSize = 1e-3;

    /// <summary>Checks the first step of an example.</summary>
    /// <param name="example">The example; it stays as it is.</param>
    /// <returns>One result for each tensor, in the order of computation; over several samples, the worst of them.</returns>
    /// <exception cref="ArgumentException">The example has neither a loss nor given gradients, so there is no gradient to check.</exception>
    /// <exception cref="NonFiniteException">A number of the step is infinite or not a number.</exception>
    public static IReadOnlyList<TensorCheck> Of(Example example)
    {
        ArgumentNullException.ThrowIfNull(example);
        if (!example.Network.GoesBack)
        {
            throw new ArgumentException($"The example {example.Name} has neither a loss nor given gradients, so there is no gradient to check.", nameof(example));
        }

        StepRecord step = ExampleRun.Records(example, steps: 1)[0];
        return Of(example.Network.Copy(), example.Rule, step);
    }

    /// <summary>How far a derivative lies from its central difference, relative to the larger of the two, or to <see cref="SmallestSize"/>.</summary>
    /// <param name="analytic">The derivative by the equations.</param>
    /// <param name="numeric">The derivative by central differences.</param>
    /// <param name="scale">The size of the quantity whose differences were taken.</param>
    public static double RelativeError(double analytic, double numeric, double scale)
    {
        double size = Math.Max(Math.Abs(analytic), Math.Abs(numeric));
        double floor = SmallestSize * Math.Max(1.0, Math.Abs(scale));
        return Math.Abs(analytic - numeric) / Math.Max(size, floor);
    }

    private static List<TensorCheck> Of(Network network, UpdateRule rule, StepRecord step)
    {
        Comparisons comparisons = new();
        int last = network.Layers.Length;
        bool shortcut = rule.OutputGradient == OutputGradient.Shortcut;
        if (!shortcut)
        {
            // The first in the order of computation, also where the first sample is saturated.
            comparisons.Begin(Invariant($"dL/da{last}"));
        }

        BatchDifferences numeric = new(network);
        for (int s = 0; s < step.Samples.Length; s++)
        {
            SampleRecord sample = step.Samples[s];
            Probe probe = new(network, sample);
            string place = s == 0 ? "" : Invariant($"1/{s}/");
            if (!shortcut && !sample.Saturated)
            {
                CompareOutputs(comparisons, probe, sample, last, place);
            }

            for (int l = last; l >= 1; l--)
            {
                if (l < last || !shortcut)
                {
                    CompareJacobian(comparisons, probe, sample, l, place);
                }

                CompareWeightedSums(comparisons, probe, sample, l, place);
                CompareParameters(comparisons, probe, sample, network, l, place, numeric);
                CompareOutputs(comparisons, probe, sample, l - 1, place);
            }
        }

        if (step.Count > 1)
        {
            CompareBatch(comparisons, step, rule, numeric);
        }

        return comparisons.Results();
    }

    private static void CompareOutputs(Comparisons comparisons, Probe probe, SampleRecord sample, int l, string place)
    {
        string symbol = l == 0 ? "dL/dx" : Invariant($"dL/da{l}");
        for (int i = 0; i < sample.a[l].Length; i++)
        {
            comparisons[symbol].Add(Invariant($"{place}{symbol}[{i}]"), sample.dL_da[l][i], probe.OfOutput(l, i), probe.Loss);
        }
    }

    private static void CompareJacobian(Comparisons comparisons, Probe probe, SampleRecord sample, int l, string place)
    {
        string symbol = Invariant($"da{l}/dz{l}");
        for (int j = 0; j < sample.z[l].Length; j++)
        {
            double[]? column = probe.OfActivation(l, j);
            for (int i = 0; i < sample.z[l].Length; i++)
            {
                comparisons[symbol].Add(Invariant($"{place}{symbol}[{i},{j}]"), sample.da_dz[l][i][j], column?[i], sample.a[l][i]);
            }
        }
    }

    private static void CompareWeightedSums(Comparisons comparisons, Probe probe, SampleRecord sample, int l, string place)
    {
        string symbol = Invariant($"dL/dz{l}");
        for (int i = 0; i < sample.z[l].Length; i++)
        {
            comparisons[symbol].Add(Invariant($"{place}{symbol}[{i}]"), sample.dL_dz[l][i], probe.OfWeightedSum(l, i), probe.Loss);
        }
    }

    private static void CompareParameters(
        Comparisons comparisons, Probe probe, SampleRecord sample, Network network, int l, string place, BatchDifferences numeric)
    {
        Layer layer = network.Layers[l - 1];
        for (int j = 0; j < layer.Size; j++)
        {
            for (int k = 0; k < layer.InputSize; k++)
            {
                double? slope = probe.OfParameter(layer.W[j], k, l);
                comparisons[Invariant($"dL/dW{l}")].Add(Invariant($"{place}dL/dW{l}[{j},{k}]"), sample.dL_dW[l][j][k], slope, probe.Loss);
                numeric.AddWeight(l, j, k, slope);
            }
        }

        if (layer.b is null)
        {
            return;
        }

        for (int j = 0; j < layer.Size; j++)
        {
            double? slope = probe.OfParameter(layer.b, j, l);
            comparisons[Invariant($"dL/db{l}")].Add(Invariant($"{place}dL/db{l}[{j}]"), sample.dL_db[l][j], slope, probe.Loss);
            numeric.AddBias(l, j, slope);
        }
    }

    private static void CompareBatch(Comparisons comparisons, StepRecord step, UpdateRule rule, BatchDifferences numeric)
    {
        string prefix = rule.Reduction == Reduction.Mean ? "mean" : "sum";
        int divisor = rule.Reduction == Reduction.Mean ? step.Count : 1;
        double scale = step.Samples.Sum(sample => Math.Abs(sample.L)) / divisor;
        for (int l = 1; l < step.W.Length; l++)
        {
            string weights = Invariant($"{prefix} dL/dW{l}");
            for (int j = 0; j < step.W[l].Length; j++)
            {
                for (int k = 0; k < step.W[l][j].Length; k++)
                {
                    comparisons[weights].Add(Invariant($"{weights}[{j},{k}]"), step.batch_dL_dW[l][j][k], numeric.Weight(l, j, k) / divisor, scale);
                }
            }

            string biases = Invariant($"{prefix} dL/db{l}");
            for (int j = 0; rule.UpdateBiases && j < step.batch_dL_db[l].Length; j++)
            {
                comparisons[biases].Add(Invariant($"{biases}[{j}]"), step.batch_dL_db[l][j], numeric.Bias(l, j) / divisor, scale);
            }
        }
    }
}
