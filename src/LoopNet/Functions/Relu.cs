namespace LoopNet;

/// <summary>The rectified linear unit: <c>a = z</c> where z &gt; 0, else 0.</summary>
public class Relu : ElementwiseActivation
{
    /// <inheritdoc/>
    public override string Name => "relu";

    /// <inheritdoc/>
    public override double Value(double z)
    {
        if (z > 0.0)
        {
            return z;
        }

        return 0.0;
    }

    /// <inheritdoc/>
    /// <remarks>At z = 0, where ReLU has no derivative, 0 is taken.</remarks>
    public override double Derivative(double z, double a)
    {
        if (z > 0.0)
        {
            return 1.0;
        }

        return 0.0;
    }

    /// <inheritdoc/>
    public override bool IsSmoothBetween(double z1, double z2)
    {
        bool active1 = z1 > 0.0;
        bool active2 = z2 > 0.0;
        return active1 == active2;
    }
}
