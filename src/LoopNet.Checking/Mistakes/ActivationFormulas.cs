namespace LoopNet.Checking;

/// <summary>A function that may stand for an activation.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">Its expression, of <c>z_l[i]</c>.</param>
/// <param name="Value">The output, of a weighted sum.</param>
/// <param name="Derivative">The derivative, of a weighted sum and the output.</param>
internal sealed record NamedFunction(string Name, string Text, Func<double, double> Value, Func<double, double, double> Derivative);

/// <summary>An expression that is taken for the derivative of an activation.</summary>
/// <param name="Text">The expression, of <c>z_l[i]</c> and <c>a_l[i]</c>.</param>
/// <param name="Value">Its value, of a weighted sum and the output.</param>
internal sealed record DerivativeFormula(string Text, Func<double, double, double> Value)
{
    /// <summary>The activation whose derivative it is; null where it is that of none.</summary>
    public Type? Of { get; init; }

    /// <summary>Whether it is not the derivative of an activation.</summary>
    public bool IsWrongFor(Activation activation) => activation.GetType() != Of;
}

/// <summary>The functions and derivatives that are taken one for another.</summary>
internal static class ActivationFormulas
{
    /// <summary>The functions that a unit may have.</summary>
    public static IReadOnlyList<NamedFunction> OfOthers { get; } =
    [
        new("sigmoid", "1 / (1 + e^-z_l[i])", Sigmoid, (_, a) => a * (1.0 - a)),
        new("tanh", "tanh(z_l[i])", CorrectlyRounded.Tanh, (_, a) => 1.0 - (a * a)),
        new("relu", "max(0, z_l[i])", z => Math.Max(0.0, z), (z, _) => z > 0.0 ? 1.0 : 0.0),
        new("leaky-relu", "z_l[i] where it is above 0, else 0.01 z_l[i]", z => z > 0.0 ? z : 0.01 * z, (z, _) => z > 0.0 ? 1.0 : 0.01),
    ];

    /// <summary>What is taken for a derivative: rules of other activations, and rules with a part left out or turned round.</summary>
    public static IReadOnlyList<DerivativeFormula> OfDerivatives { get; } =
    [
        new("a_l[i] (1 - a_l[i])", (_, a) => a * (1.0 - a)) { Of = typeof(Sigmoid) },
        new("(1 - a_l[i]^2)", (_, a) => 1.0 - (a * a)) { Of = typeof(Tanh) },
        new("(1 where z_l[i] > 0, else 0)", (z, _) => z > 0.0 ? 1.0 : 0.0) { Of = typeof(Relu) },
        new("(1 - a_l[i])", (_, a) => 1.0 - a),
        new("a_l[i]", (_, a) => a),
        new("(1 + a_l[i]^2)", (_, a) => 1.0 + (a * a)),
        new("(-a_l[i]^2)", (_, a) => -a * a),
        new("a_l[i]^2", (_, a) => a * a),
        new("a_l[i] (1 + a_l[i])", (_, a) => a * (1.0 + a)),
        new("a_l[i] (a_l[i] - 1)", (_, a) => a * (a - 1.0)),
        new("(a_l[i]^2 - 1)", (_, a) => (a * a) - 1.0),
        new("(1 - a_l[i])^2", (_, a) => (1.0 - a) * (1.0 - a)),
        new("(1 - 2 a_l[i])", (_, a) => 1.0 - (2.0 * a)),
        new("z_l[i]", (z, _) => z),
        new("(1 - z_l[i])", (z, _) => 1.0 - z),
        new("a_l[i] (1 - z_l[i])", (z, a) => a * (1.0 - z)),
        new("z_l[i] (1 - a_l[i])", (z, a) => z * (1.0 - a)),
        new("(1 - z_l[i] a_l[i])", (z, a) => 1.0 - (z * a)),
    ];

    private static double Sigmoid(double z) => 1.0 / (1.0 + CorrectlyRounded.Exp(-z));
}
