namespace LoopNet;

/// <summary>The logistic sigmoid, <c>a = 1 / (1 + e^-z)</c>, with values in (0, 1).</summary>
public class Sigmoid : ElementwiseActivation
{
    /// <inheritdoc/>
    public override string Name => "sigmoid";

    /// <inheritdoc/>
    /// <remarks>
    /// For z below 0 the fraction is multiplied by e^z above and below: the same number, but e^-z would be
    /// infinite from z = -709.8 on, and a would be 0 although it is as large as 1e-308.
    /// </remarks>
    public override double Value(double z)
    {
        if (z >= 0.0)
        {
            double shrunk = CorrectlyRounded.Exp(-z);
            return 1.0 / (1.0 + shrunk);
        }

        // e^z / (1 + e^z), the same number as 1 / (1 + e^-z)
        double e = CorrectlyRounded.Exp(z);
        return e / (1.0 + e);
    }

    /// <inheritdoc/>
    public override double Derivative(double z, double a)
    {
        double rest = 1.0 - a;
        return a * rest;
    }
}
