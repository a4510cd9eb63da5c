namespace LoopNet.Verifying;

/// <summary>A loss as a trace has it: what its numbers may be, and how its formulas are written.</summary>
/// <remarks>
/// In formulas, <c>z</c>, <c>a</c> and <c>y</c> stand for one unit's weighted sum, output and target, <c>n</c> for the number of
/// units, and * for what is left out between two names.
/// </remarks>
internal sealed record LossRule
{
    private const double TargetSumTolerance = 1e-12;

    private static readonly string[] EveryActivation = [.. ActivationRule.All.Keys];

    /// <summary>The losses, by the names that a header has for them.</summary>
    public static readonly IReadOnlyDictionary<string, LossRule> All = new Dictionary<string, LossRule>(StringComparer.Ordinal)
    {
        ["cross-entropy"] = new()
        {
            OutputActivations = ["softmax", "sigmoid"],
            Value = Logarithms.CrossEntropy,
            Formula = "-sum y ln a",
            Terms = ["y*ln(a)"],
            Around = ("-(", ")"),
            Gradient = (a, y, _) => 0.0 - Logarithms.Quotient(y, a),
            GradientFormula = "-y / a",
            Saturated = new()
            {
                Reads = "z",
                Value = Logarithms.SaturatedCrossEntropy,
                Formula = "sum y (ln sum exp(z - max) + max - z)",
                Terms = ["y*(ln(sum) + max - z)"],
                Gradient = (a, y, _) => 0.0 - Logarithms.SaturatedQuotient(y, a),
                GradientFormula = "-y / max(a, 2^-1022)",
            },
        },
        ["binary-cross-entropy"] = new()
        {
            OutputActivations = ["sigmoid"],
            Value = Logarithms.BinaryCrossEntropy,
            Formula = "-sum [y ln a + (1-y) ln(1-a)]",
            Terms = ["y*ln(a)", "(1 - y)*ln(1 - a)"],
            Around = ("-(", ")"),
            Gradient = (a, y, _) => 0.0 - Logarithms.Quotient(y, a) + Logarithms.Quotient(1.0 - y, 1.0 - a),
            GradientFormula = "-y / a + (1-y) / (1-a)",
            Saturated = new()
            {
                Reads = "z",
                Value = Logarithms.SaturatedBinaryCrossEntropy,
                Formula = "sum [max(z, 0) - y z + ln(1 + exp(-|z|))]",
                Terms = ["max(z, 0) - y*z + ln(1 + exp(-|z|))"],
                Gradient = (a, y, _) => 0.0 - Logarithms.SaturatedQuotient(y, a) + Logarithms.SaturatedQuotient(1.0 - y, 1.0 - a),
                GradientFormula = "-y / max(a, 2^-1022) + (1-y) / max(1-a, 2^-1022)",
            },
        },
        ["squared-error"] = new()
        {
            OutputActivations = EveryActivation,
            Value = (a, y) => NumberRange.Exactly(0.5 * SumOfSquares(a, y)),
            Formula = "1/2 sum (a - y)^2",
            Terms = ["(a - y)^2"],
            Around = ("1/2 (", ")"),
            Gradient = (a, y, _) => a - y,
            GradientFormula = "a - y",
        },
        ["mean-squared-error"] = new()
        {
            OutputActivations = EveryActivation,
            Value = (a, y) => NumberRange.Exactly(SumOfSquares(a, y) / y.Length),
            Formula = "1/n sum (a - y)^2",
            Terms = ["(a - y)^2"],
            Around = ("(", ") / n"),
            Gradient = (a, y, n) => 0.0 + (2.0 * (a - y) / n),
            GradientFormula = "2*(a - y) / n",
        },
        ["sum-of-squares"] = new()
        {
            OutputActivations = EveryActivation,
            Value = (a, y) => NumberRange.Exactly(SumOfSquares(a, y)),
            Formula = "sum (a - y)^2",
            Terms = ["(a - y)^2"],
            Gradient = (a, y, _) => 2.0 * (a - y),
            GradientFormula = "2*(a - y)",
        },
        ["sum"] = new()
        {
            OutputActivations = EveryActivation,
            TakesTarget = false,
            Value = (a, _) => NumberRange.Exactly(Sum(a)),
            Formula = "sum a",
            Terms = ["a"],
            Gradient = (_, _, _) => 1.0,
            GradientFormula = "1",
        },
    };

    /// <summary>The activations of the last layer that it goes with.</summary>
    public string[] OutputActivations { get; init; } = [];

    /// <summary>Whether a sample has a target.</summary>
    public bool TakesTarget { get; init; } = true;

    /// <summary>What L reads beside the targets: the outputs <c>a</c>, or the weighted sums <c>z</c>.</summary>
    public string Reads { get; init; } = "a";

    /// <summary>L, from what it reads and the targets.</summary>
    public required Func<double[], double[], NumberRange> Value { get; init; }

    /// <summary>The formula of L.</summary>
    public required string Formula { get; init; }

    /// <summary>What one unit adds to L, written.</summary>
    public required string[] Terms { get; init; }

    /// <summary>What stands around the sum of these terms.</summary>
    public (string Left, string Right) Around { get; init; } = ("", "");

    /// <summary>An element of dL/da, from its output, its target and the number of units.</summary>
    public required Func<double, double, int, double> Gradient { get; init; }

    /// <summary>The formula of dL/da.</summary>
    public required string GradientFormula { get; init; }

    /// <summary>The loss where a logarithm that counts has lost its argument (docs/math.md, section 5); null where that cannot be.</summary>
    public LossRule? Saturated { get; init; }

    /// <summary>Whether this is the loss of saturated samples: dL/dz is then a - y.</summary>
    public bool IsSaturated => Reads == "z";

    /// <summary>The loss of a sample: the saturated one where a logarithm that counts has lost its argument.</summary>
    public static LossRule Of(FileHeader header, double[] a, double[] y)
    {
        LossRule loss = All[header.Loss!];
        bool binary = header.Loss == "binary-cross-entropy";
        bool applies = binary || header.Activations[^1] == "softmax";
        return applies && loss.Saturated is LossRule saturated && Logarithms.AreLost(a, y, binary) ? saturated : loss;
    }

    /// <summary>What is wrong with a target, as a clause; null where nothing is.</summary>
    public static string? TargetFault(FileHeader header, double[] y)
    {
        switch (header.Loss)
        {
            case "cross-entropy" when y.Any(target => target < 0.0):
                return "cross-entropy takes targets of at least 0";
            case "cross-entropy" when header.Activations[^1] == "softmax" && !(Math.Abs(y.Sum() - 1.0) <= TargetSumTolerance):
                return Invariant($"cross-entropy with softmax takes targets that add up to 1, and these add up to {y.Sum():R}");
            case "binary-cross-entropy" when y.Any(target => target is < 0.0 or > 1.0):
                return "binary-cross-entropy takes targets from 0 to 1";
            default:
                return null;
        }
    }

    private static double Sum(double[] a)
    {
        double sum = 0.0;
        foreach (double output in a)
        {
            sum += output;
        }

        return sum;
    }

    private static double SumOfSquares(double[] a, double[] y)
    {
        double sum = 0.0;
        for (int i = 0; i < y.Length; i++)
        {
            double error = a[i] - y[i];
            sum += error * error;
        }

        return sum;
    }
}
