namespace LoopNet.Checking;

/// <summary>How far two sheets of the same numbers lie apart.</summary>
internal enum SheetDistance
{
    /// <summary>No number of one would be called wrong by those of the other.</summary>
    None,

    /// <summary>Some would, but rounding on the way might do as much.</summary>
    Slight,

    /// <summary>A number is off by more than rounding does.</summary>
    Clear,
}

/// <summary>Compares sheets of the same numbers as a check does: each number as it is written, with all the digits that are asked for.</summary>
/// <param name="asked">The numbers.</param>
/// <param name="digits">How many significant digits are written down.</param>
internal sealed class SheetComparison(IReadOnlyList<AskedNumber> asked, int digits)
{
    // Two and a half units of the last digit are wrong in any case; some more, and a fiftieth of the number, no rounding does.
    private const double UnitsOff = 2.5;
    private const double UnitsOfNoRounding = 25.0;
    private const double PartOfNoRounding = 0.02;

    private readonly double _unitOfZero = Functions.Exp10(-digits);
    private readonly double _unit = Functions.Exp10(1 - digits);

    /// <summary>How far a sheet lies from the numbers that it is compared with.</summary>
    /// <param name="written">The numbers that are written down.</param>
    /// <param name="right">The numbers that they are compared with.</param>
    public SheetDistance Of(double[] written, double[] right)
    {
        SheetDistance farthest = SheetDistance.None;
        for (int i = 0; i < written.Length && farthest != SheetDistance.Clear; i++)
        {
            SheetDistance distance = Of(asked[i].Origin, written[i], right[i]);
            farthest = distance > farthest ? distance : farthest;
        }

        return farthest;
    }

    private SheetDistance Of(NumberOrigin origin, double written, double right)
    {
        double distance = Math.Abs(written - right);
        if (distance <= WrittenNumber.AbsoluteTolerance || written.Equals(right))
        {
            return SheetDistance.None;
        }

        if (!double.IsFinite(written) || !double.IsFinite(right))
        {
            return double.IsFinite(written) || double.IsFinite(right) ? SheetDistance.Clear : SheetDistance.None;
        }

        // A unit of the last digit is no more than this.
        double unit = written == 0.0 ? _unitOfZero : _unit * Math.Abs(written);
        if (distance > UnitsOfNoRounding * unit && distance > PartOfNoRounding * Math.Abs(right))
        {
            return SheetDistance.Clear;
        }

        return distance > UnitsOff * unit || IsWrong(origin, written, right) ? SheetDistance.Slight : SheetDistance.None;
    }

    private bool IsWrong(NumberOrigin origin, double written, double right)
    {
        WrittenNumber number = WrittenNumber.Read(KeyNumber.Padded(written, digits))!;
        return (origin == NumberOrigin.Calculated ? number.Judge(right) : number.JudgeCopy(right)) == Verdict.Wrong;
    }
}
