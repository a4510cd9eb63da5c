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
        int gradient = name.Symbol.IndexOf("dL/d", StringComparison.Ordinal);
        if (gradient < 0)
        {
            return null;
        }

        StepRecord step = tensors.Step(name.Step).Record;
        Network network = NetworkBefore(name.Step, step);
        string of = name.Symbol[(gradient + 4)..];
        int last = network.Layers.Length;
        int[] samples = name.Sample is int one ? [one] : [.. Enumerable.Range(0, step.Count)];
        bool isFloored = of == $"a{last}" && step.Samples[samples[0]].Saturated;
        if (isFloored)
        {
            return null;
        }

        double sum = 0.0;
        double losses = 0.0;
        foreach (int s in samples)
        {
            Probe probe = new(network, step.Samples[s]);
            if (Difference(probe, network, of, name.Index) is not double difference)
            {
                return new NumericGradient(null, null);
            }

            sum += difference;
            losses += Math.Abs(probe.Loss);
        }

        int divisor = name.Symbol.StartsWith("mean", StringComparison.Ordinal) ? samples.Length : 1;
        double numeric = sum / divisor;
        return new NumericGradient(numeric, RelativeError(analytic, numeric, losses / divisor));
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

    private static double? Difference(Probe probe, Network network, string of, IReadOnlyList<int> index)
    {
        int l = of == "x" ? 0 : int.Parse(of[1..]);
        return of[0] switch
        {
            'W' => probe.OfParameter(network.Layers[l - 1].W[index[0]], index[1], l),
            'b' => probe.OfParameter(network.Layers[l - 1].b!, index[0], l),
            'z' => probe.OfWeightedSum(l, index[0]),
            _ => probe.OfOutput(l, index[0]),
        };
    }

    private static double RelativeError(double analytic, double numeric, double loss)
    {
        double size = Math.Max(Math.Abs(analytic), Math.Abs(numeric));
        double floor = GradientCheck.SmallestSize * Math.Max(1.0, loss);
        return Math.Abs(analytic - numeric) / Math.Max(size, floor);
    }
}
