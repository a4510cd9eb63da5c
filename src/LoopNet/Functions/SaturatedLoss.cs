namespace LoopNet;

/// <summary>
/// What takes the place of a loss made of logarithms where it saturates: once the argument of a logarithm that counts has
/// underflowed, the chain B1, B2, B3 has no finite value, although its exact result is harmless (docs/math.md, Saturation).
/// </summary>
/// <remarks>It is the same loss, written so that no number of it overflows. After it, dL/dz of the output layer is a - y.</remarks>
public abstract class SaturatedLoss
{
    /// <summary>An output below this, with a coefficient that is not 0, is saturated: 2^-900.</summary>
    public static readonly double Threshold = Math.ScaleB(1.0, -900);

    /// <summary>What <see cref="Gradient"/> divides by at least, so that it stays finite: 2^-1022, the smallest normal number.</summary>
    public static readonly double SmallestDivisor = Math.ScaleB(1.0, -1022);

    /// <summary>The loss of one sample, from the weighted sums of the output layer.</summary>
    /// <param name="z">Weighted sums of the output layer, n_L.</param>
    /// <param name="y">Target, n_L.</param>
    public abstract double Value(double[] z, double[] y);

    /// <summary>Its gradient with respect to the outputs, kept finite: each divisor is at least <see cref="SmallestDivisor"/>.</summary>
    /// <param name="a">Outputs of the network, n_L.</param>
    /// <param name="y">Target, n_L.</param>
    /// <param name="dL_da">Receives the gradient, n_L.</param>
    public abstract void Gradient(double[] a, double[] y, double[] dL_da);
}
