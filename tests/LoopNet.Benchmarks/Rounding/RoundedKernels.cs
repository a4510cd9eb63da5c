namespace LoopNet.Benchmarks;

/// <summary>exp and tanh in vectors, for numbers in arrays.</summary>
internal abstract class RoundedKernels
{
    /// <summary>For vectors of a width.</summary>
    public static RoundedKernels In(LaneCount lanes)
    {
        return lanes switch
        {
            LaneCount.Eight => new RoundedKernels<Lanes8>(),
            LaneCount.Four => new RoundedKernels<Lanes4>(),
            LaneCount.Two => new RoundedKernels<Lanes2>(),
            _ => new RoundedKernels<Lane1>(),
        };
    }

    /// <summary>The exponentials of whole vectors.</summary>
    public abstract void Exp(double[] x, double[] to);

    /// <summary>The hyperbolic tangents of whole vectors.</summary>
    public abstract void Tanh(double[] x, double[] to);

    /// <summary>The values of exp or tanh, of any number of arguments.</summary>
    public double[] Values(string name, double[] x)
    {
        double[] filled = [.. x, .. new double[(8 - (x.Length % 8)) % 8]];
        if (name == "exp")
        {
            Exp(filled, filled);
        }
        else
        {
            Tanh(filled, filled);
        }

        return filled[..x.Length];
    }
}

/// <summary>The same for one kind of lanes.</summary>
internal sealed unsafe class RoundedKernels<V> : RoundedKernels
    where V : struct, ILanes<V>
{
    /// <inheritdoc/>
    public override void Exp(double[] x, double[] to)
    {
        fixed (double* from = x, target = to)
        {
            ExpVectors<V>.Values(from, target, x.Length);
        }
    }

    /// <inheritdoc/>
    public override void Tanh(double[] x, double[] to)
    {
        fixed (double* from = x, target = to)
        {
            TanhVectors<V>.Values(from, target, x.Length);
        }
    }
}
