namespace LoopNet.Checking;

/// <summary>Finds the rounding on the way that gives every number that was written.</summary>
internal static class RoundingOn
{
    private const long MostWork = 100_000_000;

    private const double UnitsOff = 10.0;

    /// <summary>The rounding; null where none gives every number.</summary>
    public static Edit? Find(Recalculation recalculation)
    {
        Edit[] ways = [.. Rounded.Mistake.Edits(recalculation.Example)];
        return !recalculation.IsRounded || ways.Length * recalculation.Work > MostWork ? null : Array.Find(ways, way => recalculation.GivesAll(way, (number, value) => Gives(recalculation, number, value)));
    }

    // A wrong number has to come out of the rounded numbers before it to the last digit, and a right one to within a few units.
    private static bool Gives(Recalculation recalculation, int number, double value)
    {
        AskedNumber asked = recalculation.Asked[number];
        bool isWrong = recalculation.Verdicts[number] == Verdict.Wrong;
        return isWrong ? double.IsFinite(value) && asked.Judge(value) is Verdict.Exact or Verdict.Rounded or Verdict.TooCoarse : asked.Origin != NumberOrigin.Calculated || asked.Written.IsWithin(value, UnitsOff);
    }
}
