namespace LoopNet;

/// <summary>Central differences: moves one number of a network a little up and a little down and sees what follows.</summary>
public sealed class Probe
{
    /// <summary>The relative size of the move: the error of the difference, h^2, and that of its rounding, 2^-53 / h, are both below 1e-10.</summary>
    private const double Step = 1e-5;

    private readonly Network _network;
    private readonly SampleRecord _sample;

    /// <summary>Prepares to probe one sample.</summary>
    /// <param name="network">The network; a probe puts every number back.</param>
    /// <param name="traced">The sample's record, for x and y.</param>
    public Probe(Network network, SampleRecord traced)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(traced);
        _network = network;
        _sample = new SampleRecord(network, gradients: false, inputGradient: false);
        Array.Copy(traced.x, _sample.x, traced.x.Length);
        Array.Copy(traced.y, _sample.y, traced.y.Length);
        ForwardPass.Run(_network, _sample);
    }

    /// <summary>The loss where nothing has moved.</summary>
    public double Loss => _sample.L;

    /// <summary>dL/dp for a parameter p of layer <paramref name="l"/>, or null across a kink.</summary>
    /// <param name="parameters">A row of W_l, or b_l.</param>
    /// <param name="index">Which number of it.</param>
    /// <param name="l">The layer, from 1.</param>
    public double? OfParameter(double[] parameters, int index, int l)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return Difference(parameters, index, double.PositiveInfinity, () => ForwardPass.Run(_network, _sample, l));
    }

    /// <summary>dL/da_l[i], or null across a kink.</summary>
    /// <param name="l">The layer; 0 is the input.</param>
    /// <param name="i">The unit, from 0.</param>
    public double? OfOutput(int l, int i)
    {
        int last = _network.Layers.Length;
        double edge = l == last ? _network.Loss.DistanceToEdge(_sample.a[l][i]) : double.PositiveInfinity;
        return Difference(_sample.a[l], i, edge, () => ForwardPass.Run(_network, _sample, l + 1));
    }

    /// <summary>dL/dz_l[i], or null across a kink.</summary>
    /// <param name="l">The layer, from 1.</param>
    /// <param name="i">The unit, from 0.</param>
    public double? OfWeightedSum(int l, int i)
    {
        return Difference(_sample.z[l], i, double.PositiveInfinity, () =>
        {
            _network.Layers[l - 1].Activation.Value(_sample.z[l], _sample.a[l]);
            ForwardPass.Run(_network, _sample, l + 1);
        });
    }

    /// <summary>Column <paramref name="j"/> of da_l/dz_l, or null across a kink.</summary>
    /// <param name="l">The layer, from 1.</param>
    /// <param name="j">The unit, from 0.</param>
    internal double[]? OfActivation(int l, int j)
    {
        Activation activation = _network.Layers[l - 1].Activation;
        double[] z = [.. _sample.z[l]];
        double[] up = new double[z.Length];
        double[] down = new double[z.Length];
        double h = Step * Math.Max(1.0, Math.Abs(z[j]));
        double above = z[j] + h;
        double below = z[j] - h;
        z[j] = above;
        activation.Value(z, up);
        z[j] = below;
        activation.Value(z, down);
        if (!activation.IsSmoothBetween(above, below))
        {
            return null;
        }

        for (int i = 0; i < up.Length; i++)
        {
            up[i] = (up[i] - down[i]) / (above - below);
        }

        return up;
    }

    private double? Difference(double[] numbers, int index, double edge, Action forward)
    {
        double original = numbers[index];
        double h = Step * Math.Min(Math.Max(1.0, Math.Abs(original)), edge);
        double above = original + h;
        double below = original - h;

        numbers[index] = above;
        forward();
        double up = _sample.L;
        double[][] z = [.. _sample.z.Select(layer => layer.ToArray())];

        numbers[index] = below;
        forward();
        double down = _sample.L;
        bool smooth = IsSmoothSince(z);

        numbers[index] = original;
        ForwardPass.Run(_network, _sample);
        if (!smooth || above == below)
        {
            return null;
        }

        return (up - down) / (above - below);
    }

    private bool IsSmoothSince(double[][] z)
    {
        for (int l = 1; l < z.Length; l++)
        {
            for (int i = 0; i < z[l].Length; i++)
            {
                if (!_network.Layers[l - 1].Activation.IsSmoothBetween(z[l][i], _sample.z[l][i]))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
