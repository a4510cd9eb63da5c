namespace LoopNet;

/// <summary>The hyperbolic tangent, with values in (-1, 1).</summary>
public class Tanh : ElementwiseActivation
{
    /// <inheritdoc/>
    public override string Name => "tanh";

    /// <inheritdoc/>
    public override double Value(double z)
    {
        return CorrectlyRounded.Tanh(z);
    }

    /// <inheritdoc/>
    public override double Derivative(double z, double a)
    {
        double square = a * a;
        return 1.0 - square;
    }
}
