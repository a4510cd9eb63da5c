namespace LoopNet.Checking;

/// <summary>Parts wrong numbers into those that follow from an earlier wrong number, and those that are wrong in their own right.</summary>
internal static class FollowThrough
{
    // What the rounding of the learner's numbers may do to later ones is measured by a calculation for each: not for very many.
    private const int MostNudged = 24;
    private const int LongestRun = 100;
    private const int MostRounds = 3;
    private const double UnitsOff = 1.5;

    // An uncertainty that is larger than this part of a number would excuse anything.
    private const double LargestAllowance = 0.02;

    /// <summary>The numbers that are wrong in their own right, in the order of computation; every other wrong number follows from one of them.</summary>
    /// <param name="recalculation">The numbers.</param>
    /// <param name="own">Each number as it comes out of the learner's own earlier ones, right ones standing for those that are right.</param>
    public static IReadOnlyList<int> Roots(Recalculation recalculation, OwnNumbers own)
    {
        List<int> roots = Written(own);
        if (roots.Count < 2)
        {
            return roots;
        }

        // Numbers that were rounded and carried on like that: each may follow from the earlier ones as they are written.
        OwnNumbers asWritten = recalculation.AsWritten([]);
        int first = roots[0];
        roots.RemoveAll(i => i != first && recalculation.Asked[i].Judge(asWritten.Values[i]) != Verdict.Wrong);
        for (int round = 0; round < MostRounds && roots.Count is > 1 and <= MostNudged && recalculation.LastStep <= LongestRun; round++)
        {
            int before = roots.Count;
            roots = WithRounding(recalculation, roots);
            if (roots.Count == before)
            {
                break;
            }
        }

        return roots;
    }

    private static List<int> Written(OwnNumbers own)
    {
        return [.. Enumerable.Range(0, own.Standings.Count).Where(i => own.Standings[i] == Standing.Written)];
    }

    private static List<int> WithRounding(Recalculation recalculation, List<int> roots)
    {
        HashSet<int> written = [.. roots];
        Standing?[] standings =
        [
            .. recalculation.Verdicts.Select((verdict, i) => (Standing?)(verdict != Verdict.Wrong ? Standing.Start : written.Contains(i) ? Standing.Written : Standing.Calculated)),
        ];
        double[] middle = recalculation.With(standings).Values;
        double[] allowances = new double[middle.Length];
        foreach (int root in roots)
        {
            double[] nudged = recalculation.With(standings, root).Values;
            for (int i = 0; i < allowances.Length; i++)
            {
                allowances[i] += Math.Abs(nudged[i] - middle[i]);
            }
        }

        return
        [
            .. roots.Where(i =>
            {
                bool isRounded = recalculation.Asked[i].Origin == NumberOrigin.Calculated;
                double allowance = Math.Min(allowances[i], LargestAllowance * Math.Abs(middle[i]));
                return i == roots[0] || !isRounded || !recalculation.Asked[i].Written.IsWithin(middle[i], UnitsOff, allowance);
            }),
        ];
    }
}
