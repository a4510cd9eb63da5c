namespace LoopNet.Checking;

/// <summary>Compares sheets of the same numbers as a check does: each number as it is written, at the digits that are asked for.</summary>
/// <param name="asked">The numbers.</param>
/// <param name="digits">How many significant digits are written down.</param>
internal sealed class SheetComparison(IReadOnlyList<AskedNumber> asked, int digits)
{
    // Numbers that are further apart than this part of one of them differ in any case: two and a half units of its last digit.
    private readonly double _clearly = 2.5 * Functions.Exp10(1 - digits);

    /// <summary>Whether a check of one sheet by the numbers of another would call any number wrong.</summary>
    /// <param name="written">The numbers that are written down.</param>
    /// <param name="right">The numbers that they are compared with.</param>
    public bool Differ(double[] written, double[] right)
    {
        for (int i = 0; i < written.Length; i++)
        {
            if (Differ(asked[i].Origin, written[i], right[i]))
            {
                return true;
            }
        }

        return false;
    }

    private bool Differ(NumberOrigin origin, double written, double right)
    {
        double distance = Math.Abs(written - right);
        if (distance <= WrittenNumber.AbsoluteTolerance || written.Equals(right))
        {
            return false;
        }

        if (!double.IsFinite(written) || !double.IsFinite(right) || distance > _clearly * Math.Abs(written))
        {
            return double.IsFinite(written) || double.IsFinite(right);
        }

        WrittenNumber number = WrittenNumber.Read(KeyNumber.Text(written, digits))!;
        Verdict verdict = origin == NumberOrigin.Calculated ? number.Judge(right) : number.JudgeCopy(right);
        return verdict == Verdict.Wrong;
    }
}
