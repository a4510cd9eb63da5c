namespace LoopNet;

/// <summary>The identity, <c>a = z</c>: a linear layer.</summary>
public class Identity : ElementwiseActivation
{
    /// <inheritdoc/>
    public override string Name => "identity";

    /// <inheritdoc/>
    public override double Value(double z)
    {
        return z;
    }

    /// <inheritdoc/>
    public override double Derivative(double z, double a)
    {
        return 1.0;
    }
}
