using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>Every result written down with few digits, and calculated on with those.</summary>
internal static class Rounded
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Intermediate results rounded",
        Equation = "F1 to U2",
        Right = "every result carried on with all its digits, and rounded only to be shown",
        Wrong = "every result rounded to a few digits, and carried on like that",
        Explanation =
            "Results were rounded and calculated on with the rounded numbers. That is no mistake in the method, but the errors are multiplied and added up on the way; carry all digits on, or at least two more than you show.",
        SeenIn = "Steven Miller, Mind (2015), and the figures of hmkcode (2018)",
        ShownIn = "mazur",
        ShownBy = "a2[0]",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        foreach ((string what, Func<TensorKind, bool> rounds) in Choices)
        {
            foreach (int digits in new[] { 4, 3, 2, 5, 6, 7 })
            {
                foreach (RoundingRule rule in Enum.GetValues<RoundingRule>())
                {
                    string how = rule is RoundingRule.Decimals or RoundingRule.DecimalsPrinted or RoundingRule.DecimalsEven ? "decimals" : "significant digits";
                    yield return Mistake.Way(
                        right => Round(right, rounds, number => RoundedNumber.Of(number, digits, rule)),
                        Invariant($"{what} to {digits} {how}"),
                        wrong: Invariant($"{what} rounded to {digits} {how}, and carried on like that")) with
                    {
                        IsSharp = true,
                    };
                }
            }
        }
    }

    // What people round: all that they write down, or only what they calculate on with.
    private static readonly (string What, Func<TensorKind, bool> Rounds)[] Choices =
    [
        ("all", _ => true),
        ("all but the new parameters,", kind => kind is not (TensorKind.W_new or TensorKind.b_new)),
        ("z, a and the gradients on the way back", kind => kind is TensorKind.z or TensorKind.a or TensorKind.dL_da or TensorKind.da_dz or TensorKind.dL_dz),
        ("z, a, dL/da and dL/dz", kind => kind is TensorKind.z or TensorKind.a or TensorKind.dL_da or TensorKind.dL_dz),
        ("z and a", kind => kind is TensorKind.z or TensorKind.a),
        ("a", kind => kind is TensorKind.a),
    ];

    /// <summary>Equations of which every result is rounded before anything reads it, as people round.</summary>
    /// <param name="right">The equations.</param>
    /// <param name="digits">How many significant digits stay.</param>
    public static StepEquations Throughout(StepEquations right, int digits) => Round(right, _ => true, number => RoundedNumber.Of(number, digits, RoundingRule.SignificantDigits));

    private static StepEquations Round(StepEquations right, Func<TensorKind, bool> rounds, Func<double, double> round) => right with
    {
        Written = (step, tensor) =>
        {
            right.Written(step, tensor);
            if (rounds(tensor.Kind))
            {
                step.Rewrite(tensor, rows => RoundAll(rows, round));
            }
        },
    };

    private static void RoundAll(double[][] rows, Func<double, double> round)
    {
        foreach (double[] row in rows)
        {
            for (int i = 0; i < row.Length; i++)
            {
                row[i] = round(row[i]);
            }
        }
    }
}
