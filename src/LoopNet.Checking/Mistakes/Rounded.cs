namespace LoopNet.Checking;

/// <summary>Every result written down with few digits, and calculated on with those.</summary>
internal sealed class Rounded : Mistake
{
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

    // Halves go to the even digit in programs, which round all of a kind; to keep a check of many steps short, only there.
    private const int ChoicesOfPrograms = 2;

    private static readonly RoundingRule[] Rules = Enum.GetValues<RoundingRule>();
    private static readonly RoundingRule[] RulesByHand = [.. Rules.Where(rule => rule is not (RoundingRule.SignificantDigitsEven or RoundingRule.DecimalsEven))];

    public override string Title => "Intermediate results rounded";

    public override string Equation => "F1 to U2";

    public override string Right => "every result carried on with all its digits, and rounded only to be shown";

    public override string Wrong => "every result rounded to 2, 3 or 4 digits, and carried on like that";

    public override string Explanation =>
        "Results were rounded and calculated on with the rounded numbers. The errors are multiplied and added up on the way; carry all digits on, or at least two more than you show.";

    public override string? SeenIn => "Steven Miller, Mind (2015), and the figures of hmkcode (2018)";

    public override string ShownIn => "mazur";

    public override string ShownBy => "a2[0]";

    public override IEnumerable<Variant> Variants(Example example)
    {
        foreach ((int place, (string what, Func<TensorKind, bool> rounds)) in Choices.Index())
        {
            foreach (int digits in new[] { 4, 3, 2 })
            {
                foreach (RoundingRule rule in place < ChoicesOfPrograms ? Rules : RulesByHand)
                {
                    string how = rule is RoundingRule.Decimals or RoundingRule.DecimalsPrinted or RoundingRule.DecimalsEven ? "decimals" : "significant digits";
                    yield return Variant($"{what} to {digits} {how}", inner => new Steps(inner, number => RoundedNumber.Of(number, digits, rule), rounds)) with
                    {
                        IsSharp = true,
                        Wrong = $"{what} rounded to {digits} {how}, and carried on like that",
                    };
                }
            }
        }
    }

    private sealed class Steps(StepEquations inner, Func<double, double> round, Func<TensorKind, bool> rounds) : MistakenEquations(inner)
    {
        public override void Written(Sheet sheet, TensorSlot slot)
        {
            base.Written(sheet, slot);
            if (!rounds(slot.Kind))
            {
                return;
            }

            foreach (double[] row in sheet.Rows(slot))
            {
                for (int i = 0; i < row.Length; i++)
                {
                    row[i] = round(row[i]);
                }
            }
        }
    }
}
