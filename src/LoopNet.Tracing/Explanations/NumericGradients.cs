namespace LoopNet.Tracing;

/// <summary>Central differences beside the gradients of an example: dL/dW, dL/db, dL/dz, dL/da, dL/dx, and their means.</summary>
internal sealed class NumericGradients(ExampleTensors tensors)
{
    private readonly Dictionary<int, Network> _networks = [];

    /// <summary>The central difference beside a number; null where it is no gradient of the loss.</summary>
    /// <param name="name">The number.</param>
    /// <param name="analytic">The number by the chain rule.</param>
    public NumericGradient? Of(NumberName name, double analytic)
    {
        Tensor tensor = tensors.Find(name).Tensor;
        StepRecord step = tensors.Step(name.Step).Numbers;
        int[] samples = name.Sample is int one ? [one] : [.. Enumerable.Range(0, step.Count)];
        bool isGiven = tensor.Equation is null;
        bool isFloored = tensor.Equation == "B1" && step.Samples[samples[0]].Saturated;
        if (!IsGradient(tensor.Kind) || isFloored || isGiven)
        {
            return null;
        }

        Network network = NetworkBefore(name.Step, step);
        double sum = 0.0;
        double losses = 0.0;
        foreach (int s in samples)
        {
            Probe probe = new(network, step.Samples[s]);
            if (Difference(probe, network, tensor, name.Index) is not double difference)
            {
                return new NumericGradient(null, null);
            }

            sum += difference;
            losses += Math.Abs(probe.Loss);
        }

        int divisor = tensors.Header.Rule.Reduction == Reduction.Mean ? samples.Length : 1;
        double numeric = sum / divisor;
        return new NumericGradient(numeric, GradientCheck.RelativeError(analytic, numeric, losses / divisor));
    }

    private static bool IsGradient(TensorKind kind)
    {
        return kind is TensorKind.dL_da or TensorKind.dL_dz or TensorKind.dL_dW or TensorKind.dL_db or TensorKind.batch_dL_dW or TensorKind.batch_dL_db;
    }

    // A probe puts back every number that it moves, so one network does for all numbers of a step.
    private Network NetworkBefore(int number, StepRecord step)
    {
        if (!_networks.TryGetValue(number, out Network? before))
        {
            Network network = tensors.Example.Network;
            Layer[] layers = [.. network.Layers.Select((layer, place) => new Layer(step.W[place + 1], step.b[place + 1], layer.Activation))];
            before = new Network(layers, network.Loss);
            _networks.Add(number, before);
        }

        return before;
    }

    private static double? Difference(Probe probe, Network network, Tensor tensor, IReadOnlyList<int> index)
    {
        int l = tensor.Layer;
        return tensor.Kind switch
        {
            TensorKind.dL_dW or TensorKind.batch_dL_dW => probe.OfParameter(network.Layers[l - 1].W[index[0]], index[1], l),
            TensorKind.dL_db or TensorKind.batch_dL_db => probe.OfParameter(network.Layers[l - 1].b!, index[0], l),
            TensorKind.dL_dz => probe.OfWeightedSum(l, index[0]),
            _ => probe.OfOutput(l, index[0]),
        };
    }
}
