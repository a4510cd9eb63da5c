namespace LoopNet.Verifying;

/// <summary>An activation as a trace has it: what its numbers may be, and how its formulas are written.</summary>
/// <remarks>
/// In formulas, <c>z</c> and <c>a</c> stand for one unit's weighted sum and output, <c>slope</c> for the slope of a leaky ReLU, and *
/// for what is left out between two names.
/// </remarks>
internal sealed record ActivationRule
{
    private const string Leaky = "leaky-relu";

    /// <summary>The activations, by the names that a header has for them; leaky ReLU with the slope that it has where nobody gives another.</summary>
    public static readonly IReadOnlyDictionary<string, ActivationRule> All = new Dictionary<string, ActivationRule>(StringComparer.Ordinal)
    {
        ["sigmoid"] = new()
        {
            Outputs = Each(ExponentialOutputs.Sigmoid),
            Value = "1 / (1 + exp(-z))",
            ValueBelowZero = "exp(z) / (1 + exp(z))",
            Jacobian = Matrix((_, a) => a * (1.0 - a)),
            JacobianFormula = "diag(a (1 - a))",
            Derivative = "a*(1 - a)",
        },
        ["relu"] = new()
        {
            Outputs = Each((z, _) => NumberRange.Exactly(z > 0.0 ? z : 0.0)),
            Value = "max(0, z)",
            Jacobian = Matrix((z, _) => z > 0.0 ? 1.0 : 0.0),
            JacobianFormula = "diag(1 where z > 0, else 0)",
            JacobianReads = "z",
            Derivative = "[z > 0]",
        },
        [Leaky] = LeakyRelu(0.01),
        ["tanh"] = new()
        {
            Outputs = Each((z, _) => NumberRange.Tanh(z)),
            Value = "tanh(z)",
            Jacobian = Matrix((_, a) => 1.0 - (a * a)),
            JacobianFormula = "diag(1 - a^2)",
            Derivative = "1 - a^2",
        },
        ["identity"] = new()
        {
            Outputs = Each((z, _) => NumberRange.Exactly(z)),
            Value = "z",
            Jacobian = Matrix((_, _) => 1.0),
            JacobianFormula = "diag(1)",
            JacobianReads = "z",
            Derivative = "1",
        },
        ["softmax"] = new()
        {
            Outputs = ExponentialOutputs.Softmax,
            Value = "exp(z - max) / sum",
            Jacobian = Matrix((_, a) => a * (1.0 - a), (ai, aj) => 0.0 - (ai * aj)),
            JacobianFormula = "diag(a) - a a^T",
            Derivative = "a*(1 - a)",
        },
    };

    /// <summary>The activation of a layer, with the slope that the header gives it.</summary>
    public static ActivationRule Of(FileHeader header, int l)
    {
        string name = header.Activations[l - 1];
        return name == Leaky ? LeakyRelu(header.Slopes![l - 1]!.Value) : All[name];
    }

    /// <summary>Whether an activation has a slope.</summary>
    public static bool HasSlope(string name) => name == Leaky;

    /// <summary>What the outputs may be, given the weighted sums and the outputs of the file.</summary>
    public required Func<double[], double[], NumberRange[]> Outputs { get; init; }

    /// <summary>An output, written.</summary>
    public required string Value { get; init; }

    /// <summary>The same number as it is computed from a weighted sum below 0; null where it is computed as it is written.</summary>
    public string? ValueBelowZero { get; init; }

    /// <summary>The Jacobian, row by row, from the weighted sums and the outputs.</summary>
    public required Func<double[], double[], double[]> Jacobian { get; init; }

    /// <summary>The formula of the Jacobian.</summary>
    public required string JacobianFormula { get; init; }

    /// <summary>What that formula reads: <c>a</c> or <c>z</c>.</summary>
    public string JacobianReads { get; init; } = "a";

    /// <summary>An element of its diagonal, written.</summary>
    public required string Derivative { get; init; }

    private static ActivationRule LeakyRelu(double slope) => new()
    {
        Outputs = Each((z, _) => NumberRange.Exactly(z > 0.0 ? z : 0.0 + (slope * z))),
        Value = "max(z, slope*z)",
        Jacobian = Matrix((z, _) => z > 0.0 ? 1.0 : slope),
        JacobianFormula = "diag(1 where z > 0, else slope)",
        JacobianReads = "z",
        Derivative = "[z > 0] + slope*[z <= 0]",
    };

    private static Func<double[], double[], NumberRange[]> Each(Func<double, double, NumberRange> output)
    {
        return (z, a) => [.. z.Zip(a, output)];
    }

    private static Func<double[], double[], double[]> Matrix(Func<double, double, double> diagonal, Func<double, double, double>? elsewhere = null)
    {
        return (z, a) =>
        [
            .. from i in Enumerable.Range(0, z.Length)
               from j in Enumerable.Range(0, z.Length)
               select i == j ? diagonal(z[i], a[i]) : elsewhere?.Invoke(a[i], a[j]) ?? 0.0,
        ];
    }
}
