namespace LoopNet.Checking;

/// <summary>Weighs accounts of the answers by one measure: how many bits it takes to say them.</summary>
/// <remarks>
/// A number that an account gives costs nothing. One that it does not give has to be said: which it is, and how many units of its last
/// digit it is off. An account costs the logarithm of how many there are of its kind.
/// </remarks>
internal sealed class Evidence
{
    // In a longer calculation than this the learner's own numbers are not calculated from.
    private const long MostWorkFromOwn = 300_000;
    private const double Exception = 3.0;
    private const double BitsOfASpoiledNumber = 6.0;
    private const double MostBitsOfCopies = 6.0;
    private const double MostBits = 40.0;
    private const double MostBitsOfAShortNumber = 6.0;

    private readonly Recalculation _recalculation;
    private readonly double _typicalUnit;
    private readonly bool _isRounded;

    public Evidence(Recalculation recalculation)
    {
        _recalculation = recalculation;
        double[] units = [.. recalculation.Asked.Where(asked => asked.Written.SignificantDigits > 0 && asked.Origin == NumberOrigin.Calculated).Select(asked => asked.Written.Unit).Order()];
        _typicalUnit = units.Length == 0 ? 1.0 : units[units.Length / 2];
        _isRounded = recalculation.IsRounded;
        Roots = FollowThrough.Roots(recalculation, recalculation.FromOwn([], recalculation.Right));
    }

    /// <summary>The numbers that are wrong in their own right, if every equation is right.</summary>
    public IReadOnlyList<int> Roots { get; }

    /// <summary>What it takes to say a number that differs from a certain value, in bits.</summary>
    /// <param name="number">The number.</param>
    /// <param name="value">The value.</param>
    public double Bits(int number, double value)
    {
        WrittenNumber written = _recalculation.Asked[number].Written;
        if (!double.IsFinite(value))
        {
            return MostBits;
        }

        // A bare 0 or 1 among longer numbers says more than its one digit, but not as much as they do.
        double distance = Math.Abs(written.Value - value);
        double bits = Math.Min(Functions.Log2(1.0 + (distance / written.Unit)), MostBits);
        double amongOthers = Math.Min(Functions.Log2(1.0 + (distance / _typicalUnit)), MostBitsOfAShortNumber);
        return Exception + Math.Max(bits, amongOthers);
    }

    /// <summary>The account that every equation is right, and every number that is wrong in its own right a slip.</summary>
    public Hypothesis Nothing()
    {
        double[] own = _recalculation.FromOwn([], _recalculation.Right).Values;
        return new Hypothesis([], 0.0, _recalculation.Right, own) { Unexplained = Roots, Spoiled = [], Rest = Roots.Sum(number => Bits(number, own[number])) };
    }

    /// <summary>An account with changes in it; null where it does not give a certain number.</summary>
    /// <param name="edits">The changes, in the order of the equations.</param>
    /// <param name="found">The same, in the order in which they were found.</param>
    /// <param name="cost">What it takes to say them, in bits.</param>
    /// <param name="target">The number that it has to give.</param>
    /// <param name="isFirst">Whether the number is the first that is wrong, so that only the learner's rounding stands between it and the start.</param>
    public Hypothesis? Of(IReadOnlyList<Edit> edits, IReadOnlyList<Edit> found, double cost, int target, bool isFirst)
    {
        bool sharp = found[^1].IsSharp;
        bool isCopy = edits.Any(edit => edit.Shift is not null);
        if (!GivesTarget(edits, target, sharp, isFirst, isCopy))
        {
            return null;
        }

        double[] start = _recalculation.FromStart(edits);
        double[] own = isCopy ? start : _recalculation.FromOwn(edits, start).Values;
        double[]? written = null;
        int copied = 0;
        List<int> unexplained = [];
        List<int> spoiled = [];
        double rest = 0.0;
        for (int i = 0; i < start.Length; i++)
        {
            bool given = Gives(i, start, sharp) || Gives(i, own, sharp);
            if (!given && _isRounded && !isCopy && IsNear(i, own))
            {
                written ??= _recalculation.AsWritten(edits).Values;
                given = Gives(i, written, sharp) || IsBetween(i, own, written);
            }

            bool right = _recalculation.Verdicts[i] != Verdict.Wrong;
            if (given || (isCopy && right))
            {
                copied += isCopy && !right ? 1 : 0;
                continue;
            }

            (right ? spoiled : unexplained).Add(i);
            rest += right ? BitsOfASpoiledNumber : Math.Min(Bits(i, start[i]), Bits(i, own[i]));
        }

        // Which numbers were copied from another place has to be said as well.
        rest += Math.Min(copied, MostBitsOfCopies);
        return new Hypothesis(found, cost, start, own) { Unexplained = unexplained, Spoiled = spoiled, Rest = rest };
    }

    /// <summary>An account with right numbers in wrong places added to it; null where that does not give a certain number.</summary>
    /// <param name="account">The account.</param>
    /// <param name="copy">Which numbers stand in place of others.</param>
    /// <param name="target">The number that it has to give.</param>
    public Hypothesis? Copied(Hypothesis account, Candidate copy, int target)
    {
        double[] values = _recalculation.FromStart([copy.Edit]);
        if (!Gives(target, values, sharp: false))
        {
            return null;
        }

        int[] given = [.. account.Unexplained.Where(number => Gives(number, values, sharp: false))];
        double[] start = [.. account.FromStart];
        double saved = 0.0;
        foreach (int number in given)
        {
            saved += Math.Min(Bits(number, account.FromStart[number]), Bits(number, account.Own[number])) - 1.0;
            start[number] = values[number];
        }

        return account with
        {
            Edits = [.. account.Edits, copy.Edit],
            Cost = account.Cost + copy.Cost,
            FromStart = start,
            Unexplained = [.. account.Unexplained.Where(number => Array.IndexOf(given, number) < 0)],
            Rest = account.Rest - saved,
        };
    }

    // Most changes do not give the number: nothing is calculated beyond it before that is known.
    private bool GivesTarget(IReadOnlyList<Edit> edits, int target, bool sharp, bool isFirst, bool isCopy)
    {
        double[] start = _recalculation.FromStart(edits, target);
        if (Gives(target, start, sharp) || isCopy)
        {
            return Gives(target, start, sharp);
        }

        bool isTooLong = _recalculation.Work > MostWorkFromOwn;
        if (isTooLong || (isFirst && !(_isRounded && IsNear(target, start))))
        {
            return false;
        }

        double[] own = _recalculation.FromOwn(edits, start, target).Values;
        if (Gives(target, own, sharp) || !_isRounded || !IsNear(target, own))
        {
            return Gives(target, own, sharp);
        }

        double[] written = _recalculation.AsWritten(edits, target).Values;
        return Gives(target, written, sharp) || IsBetween(target, own, written);
    }

    private bool Gives(int number, double[] values, bool sharp)
    {
        AskedNumber asked = _recalculation.Asked[number];
        return sharp ? double.IsFinite(values[number]) && asked.Judge(values[number]) is Verdict.Exact or Verdict.Rounded or Verdict.TooCoarse : asked.IsRight(values[number]);
    }

    // Rounding on the way moves a number by a few units of its last digit, or by a few percent.
    private bool IsNear(int number, double[] values)
    {
        WrittenNumber written = _recalculation.Asked[number].Written;
        double distance = Math.Abs(written.Value - values[number]);
        return distance <= 100.0 * written.Unit || distance <= 0.05 * Math.Abs(values[number]);
    }

    // Some numbers carried on as they are written, and others with all their digits.
    private bool IsBetween(int number, double[] own, double[] written)
    {
        AskedNumber asked = _recalculation.Asked[number];
        double middle = asked.Written.Value;
        double half = 0.5 * asked.Written.Unit;
        double low = Math.Min(own[number], written[number]);
        double high = Math.Max(own[number], written[number]);
        return asked.Origin == NumberOrigin.Calculated && middle >= low - half && middle <= high + half && high - low <= 0.02 * Math.Max(Math.Abs(low), Math.Abs(high));
    }
}
