namespace LoopNet.Checking;

/// <summary>Every result written down with few digits, and calculated on with those.</summary>
internal sealed class Rounded : Mistake
{
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
        foreach (bool update in new[] { true, false })
        {
            foreach (int digits in new[] { 4, 3, 2 })
            {
                string but = update ? "" : ", but not the new parameters";
                yield return Sharp($"to {digits} significant digits{but}", inner => new Steps(inner, digits, significant: true, update));
                yield return Sharp($"to {digits} decimals{but}", inner => new Steps(inner, digits, significant: false, update));
            }
        }
    }

    private Variant Sharp(string where, Func<StepEquations, StepEquations> replace) => Variant(where, replace) with { IsSharp = true };

    private sealed class Steps(StepEquations inner, int digits, bool significant, bool update) : MistakenEquations(inner)
    {
        public override void Written(Sheet sheet, TensorSlot slot)
        {
            base.Written(sheet, slot);
            if (slot.Kind is TensorKind.W_new or TensorKind.b_new && !update)
            {
                return;
            }

            foreach (double[] row in sheet.Rows(slot))
            {
                for (int i = 0; i < row.Length; i++)
                {
                    row[i] = Round(row[i]);
                }
            }
        }

        private double Round(double number)
        {
            if (number == 0.0 || !double.IsFinite(number))
            {
                return number;
            }

            int decimals = significant ? digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(number))) : digits;
            double scale = Math.Pow(10.0, Math.Abs(decimals));
            return decimals >= 0
                ? Math.Round(number * scale, MidpointRounding.AwayFromZero) / scale
                : Math.Round(number / scale, MidpointRounding.AwayFromZero) * scale;
        }
    }
}
