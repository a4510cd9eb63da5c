namespace LoopNet.Checking;

/// <summary>Weighs candidates against the answers: which wrong numbers they give, and which right ones they would spoil.</summary>
internal sealed class Weighing
{
    private const int DigitsBeyondAccident = 5;
    private const int NumbersBeyondAccident = 3;

    private readonly Recalculation _recalculation;
    private readonly int[] _wrong;
    private readonly HashSet<int> _roots;

    public Weighing(Recalculation recalculation, IReadOnlyList<int> roots)
    {
        _recalculation = recalculation;
        _roots = [.. roots];
        _wrong = [.. Enumerable.Range(0, recalculation.Asked.Count).Where(i => recalculation.Verdicts[i] == Verdict.Wrong)];
    }

    /// <summary>The wrong numbers that are explained so far.</summary>
    public HashSet<int> Explained { get; } = [];

    /// <summary>A candidate with what it explains and contradicts; null where it does not give the number, or spoils an earlier one.</summary>
    public Candidate? Weigh(Candidate candidate, int target)
    {
        return candidate.Fits(_recalculation.Asked[target], target) ? Against(candidate, target) : null;
    }

    /// <summary>The same for a candidate that may spoil earlier numbers, because it was made in one place only; so little is behind it then that the number has to be no accident.</summary>
    public Candidate? WeighAlone(Candidate candidate, int target)
    {
        AskedNumber asked = _recalculation.Asked[target];
        Candidate? weighed = candidate.Fits(asked, target) ? Against(candidate, target, mayContradict: true) : null;
        return weighed is not null && (asked.Written.SignificantDigits >= DigitsBeyondAccident || weighed.Explains.Count >= NumbersBeyondAccident) ? weighed : null;
    }

    /// <summary>The same for a candidate that does not give the number itself.</summary>
    public Candidate? Against(Candidate candidate, int target, bool mayContradict = false)
    {
        List<int> contradicts = [];
        for (int i = 0; i < _recalculation.Asked.Count && !candidate.IsSlip; i++)
        {
            bool right = _recalculation.Verdicts[i] is not (Verdict.Wrong or Verdict.TooCoarse);
            if (right && !Keeps(candidate, i))
            {
                if (i < target && !mayContradict)
                {
                    return null;
                }

                contradicts.Add(i);
            }
        }

        int[] explains = [.. _wrong.Where(i => (!candidate.FromOwn || _roots.Contains(i)) && candidate.Fits(_recalculation.Asked[i], i))];
        bool takesBack = candidate.Base.Count > 0 && !candidate.IsSlip && Explained.Any(i => i < target && Array.BinarySearch(explains, i) < 0);
        return takesBack
            ? null
            : candidate with
            {
                Explains = explains,
                Contradicts = contradicts,
                NewRoots = explains.Count(i => _roots.Contains(i) && !Explained.Contains(i)),
            };
    }

    /// <summary>Whether a candidate explains more than a bare 0, which many mistakes leave, and every blank that was filled in.</summary>
    public bool ExplainsMoreThanAZero(Candidate candidate)
    {
        return candidate.Explains.Count > 1 || candidate.Explains.Any(i => _recalculation.Asked[i].Written.SignificantDigits > 0);
    }

    /// <summary>Best explaining first, then simplest, then in the order in which they were found.</summary>
    public static IEnumerable<Candidate> Ordered(IEnumerable<Candidate> candidates)
    {
        return candidates
            .OrderByDescending(candidate => candidate.Score)
            .ThenByDescending(candidate => candidate.Explains.Count)
            .ThenBy(candidate => candidate.All.Count)
            .ThenBy(candidate => candidate.FromOwn);
    }

    // A right number stays right where the candidate does not touch it, or not so that it shows in the digits that were written.
    private bool Keeps(Candidate candidate, int i)
    {
        return double.IsFinite(candidate.Values[i]) && _recalculation.Asked[i].Judge(candidate.Values[i]) != Verdict.Wrong;
    }
}
