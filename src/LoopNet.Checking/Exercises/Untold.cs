namespace LoopNet.Checking;

/// <summary>What the draws of a kind of exercise do not tell: ways to make a mistake that give the right numbers, and pairs of ways that give the same ones.</summary>
internal sealed class Untold
{
    private readonly HashSet<int> _unseen;
    private readonly HashSet<(int First, int Second)> _alike;
    private readonly HashSet<Mistake> _missing;
    private readonly int[] _sometimesUnseen;
    private readonly (int First, int Second)[] _sometimesAlike;

    /// <summary>Takes some draws: what none of them tells, no draw of the kind does.</summary>
    /// <param name="probes">At least one.</param>
    public Untold(IReadOnlyList<MistakeSheets> probes)
    {
        (_unseen, _sometimesUnseen) = Parted(probes.Select(probe => probe.Unseen()), probes.Count);
        (_alike, _sometimesAlike) = Parted(probes.Select(probe => probe.Alike()), probes.Count);
        _missing = probes[0].Missing();
        foreach (MistakeSheets probe in probes)
        {
            _missing.IntersectWith(probe.Missing());
        }
    }

    /// <summary>Whether a draw is seen to leave more untold by what other draws have left untold: most of those that do are found so, without all sheets.</summary>
    public bool IsSoonFoundBeyond(MistakeSheets sheets) => Array.Exists(_sometimesUnseen, sheets.IsUnseen) || Array.Exists(_sometimesAlike, pair => sheets.AreAlike(pair.First, pair.Second));

    /// <summary>How much a draw leaves untold beyond this.</summary>
    /// <param name="sheets">The sheets of the draw.</param>
    /// <param name="limit">Where it is no less than this, it is not counted to the end.</param>
    public Shortfall Beyond(MistakeSheets sheets, Shortfall limit)
    {
        int missing = sheets.Missing().Count(mistake => !_missing.Contains(mistake));
        int most = missing > limit.Missing ? 0 : missing < limit.Missing ? int.MaxValue : limit.Confusions;
        int confusions = sheets.Unseen().Count(way => !_unseen.Contains(way));
        if (confusions < most)
        {
            confusions += sheets.Alike().Where(pair => !_alike.Contains(pair)).Take(most - confusions).Count();
        }

        return new Shortfall(missing, confusions);
    }

    // What all have, and what only some have, the most frequent first.
    private static (HashSet<T> Always, T[] Sometimes) Parted<T>(IEnumerable<IEnumerable<T>> sets, int count)
        where T : notnull
    {
        IGrouping<T, T>[] groups = [.. sets.SelectMany(set => set).GroupBy(item => item)];
        return ([.. groups.Where(group => group.Count() == count).Select(group => group.Key)], [.. groups.Where(group => group.Count() < count).OrderByDescending(group => group.Count()).Select(group => group.Key)]);
    }
}
