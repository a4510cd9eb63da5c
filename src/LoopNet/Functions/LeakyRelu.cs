namespace LoopNet;

/// <summary>The leaky rectified linear unit: <c>a = z</c> where z &gt; 0, else <c>slope z</c>.</summary>
public class LeakyRelu : ElementwiseActivation
{
    /// <summary>The slope below 0 where nobody gives another.</summary>
    public const double StandardSlope = 0.01;

    /// <summary>What a slope is, for messages.</summary>
    public const string SlopeRule = "a number from 0 to 1";

    /// <summary>The function with the slope 0.01.</summary>
    public LeakyRelu()
        : this(StandardSlope)
    {
    }

    /// <summary>The function with a slope.</summary>
    /// <param name="slope">The slope below 0, from 0 (ReLU) to 1 (the identity).</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="slope"/> is no number from 0 to 1.</exception>
    public LeakyRelu(double slope)
    {
        if (!IsSlope(slope))
        {
            throw new ArgumentOutOfRangeException(nameof(slope), slope, $"The slope of a leaky ReLU is {SlopeRule}.");
        }

        // -0.0 becomes 0.0, as everywhere where numbers enter.
        Slope = slope + 0.0;
    }

    /// <summary>The slope below 0, from 0 to 1.</summary>
    public double Slope { get; }

    /// <inheritdoc/>
    public override string Name => "leaky-relu";

    /// <summary>Whether a number may be the slope: from 0 to 1.</summary>
    public static bool IsSlope(double number) => number >= 0.0 && number <= 1.0;

    /// <inheritdoc/>
    public override double Value(double z)
    {
        if (z > 0.0)
        {
            return z;
        }

        double leak = Slope * z;

        // A product that underflows, or one with the slope 0, may be -0.0; an output never is.
        return 0.0 + leak;
    }

    /// <inheritdoc/>
    /// <remarks>At z = 0, where leaky ReLU has no derivative, the slope is taken.</remarks>
    public override double Derivative(double z, double a)
    {
        if (z > 0.0)
        {
            return 1.0;
        }

        return Slope;
    }

    /// <inheritdoc/>
    public override bool IsSmoothBetween(double z1, double z2)
    {
        bool active1 = z1 > 0.0;
        bool active2 = z2 > 0.0;
        return active1 == active2;
    }
}
