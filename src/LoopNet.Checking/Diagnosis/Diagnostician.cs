namespace LoopNet.Checking;

/// <summary>Looks for the mistakes behind wrong numbers, one number after another in the order of computation.</summary>
internal sealed class Diagnostician
{
    /// <summary>Pairs of mistakes are tried in answers of so many steps.</summary>
    private const int LongestRunForPairs = 10;

    // The work of one calculation is counted in parameters passed, with a little for the rest of a step. Where it is more than
    // this, anything but single mistakes from the start is only tried where nothing fits.
    private const long SmallWork = 10_000;
    private const int WorkOfAStep = 50;

    // Limits that keep a check to seconds.
    private const int MostDiagnoses = 24;
    private const int MostBases = 12;
    private const long WorkForBases = 100_000;
    private const int MostPairs = 4000;
    private const long WorkForPairs = 20_000_000;
    private const int MostPairSearches = 2;
    private const int DigitsBeyondAccident = 7;
    private const double NearestWithin = 0.05;
    private const double NearerThanRight = 0.25;

    private readonly Recalculation _recalculation;
    private readonly IReadOnlyList<int> _roots;
    private readonly CandidatePool _pool;
    private readonly Weighing _weighing;
    private readonly long _work;
    private readonly bool _small;
    private int _pairSearches;
    private List<IReadOnlyList<Variant>> _bases = [[]];

    public Diagnostician(Recalculation recalculation, IReadOnlyList<int> roots)
    {
        _recalculation = recalculation;
        _roots = roots;
        _pool = new CandidatePool(recalculation);
        _weighing = new Weighing(recalculation, roots);
        Example example = recalculation.Example;
        long parameters = example.Network.Layers.Sum(layer => (long)layer.Size * layer.InputSize);
        _work = recalculation.LastStep * (long)Math.Min(example.BatchSize, example.Samples.Count) * (parameters + WorkOfAStep);
        _small = _work <= SmallWork;
    }

    /// <summary>The candidates for each number that is wrong in its own right and not explained before, the best first.</summary>
    public IReadOnlyList<(int Number, Fit Fit, IReadOnlyList<Candidate> Candidates)> Diagnose()
    {
        List<(int Number, Fit Fit, IReadOnlyList<Candidate> Candidates)> diagnoses = [];
        foreach (int target in _roots)
        {
            if (_weighing.Explained.Contains(target) || diagnoses.Count == MostDiagnoses)
            {
                continue;
            }

            if (_recalculation.Asked[target].Origin == NumberOrigin.Given)
            {
                diagnoses.Add((target, Fit.Given, []));
                continue;
            }

            List<Candidate> fitting = Fitting(target);
            if (fitting.Count == 0)
            {
                Candidate? nearest = Nearest(target, diagnoses);
                diagnoses.Add((target, nearest is null ? Fit.None : Fit.Nearest, nearest is null ? [] : [nearest]));
                continue;
            }

            Candidate best = fitting[0];
            diagnoses = [.. diagnoses.Select(earlier => (earlier.Number, earlier.Fit, Preferring(earlier.Candidates, best.Base)))];
            diagnoses.Add((target, Fit.ToTheDigit, fitting));
            _weighing.Explained.UnionWith(best.Explains);
            _weighing.Explained.Add(target);
            TakeAlong(fitting);
        }

        return diagnoses;
    }

    private List<Candidate> Fitting(int target)
    {
        List<Candidate> found = Weighed(_pool.Singles, target);
        bool first = _bases[0].Count == 0;
        if (!first && (_small || found.Count == 0))
        {
            found.AddRange(_bases.Take((int)Math.Clamp(WorkForBases / _work, 1, MostBases)).SelectMany(found => Weighed(_pool.Beside(found), target)));
        }

        if (target != _roots[0] || found.Count == 0)
        {
            AddOwn(found, target);
        }

        List<Candidate> ordered = [.. Weighing.Ordered(found)];
        bool explainsLittle = ordered.Count == 0 || ordered[0].NewRoots < _roots.Count / 2;
        if (first && explainsLittle && _recalculation.LastStep <= LongestRunForPairs && _pairSearches < MostPairSearches)
        {
            _pairSearches++;
            int enough = ordered.Count == 0 ? 1 : ordered[0].NewRoots + 2;
            found.AddRange(Pairs(target).Where(pair => pair.NewRoots >= enough));
        }

        if (found.Count == 0)
        {
            found.AddRange(_pool.Singles.Select(candidate => _weighing.WeighAlone(candidate, target)).OfType<Candidate>());
        }

        return [.. Weighing.Ordered(found.Where(_weighing.ExplainsMoreThanAZero))];
    }

    private void AddOwn(List<Candidate> found, int target)
    {
        if (_small || found.Count == 0)
        {
            found.AddRange(Weighed(_pool.FromOwn(asWritten: false), target));
        }

        if (_small && found.Count == 0)
        {
            found.AddRange(Weighed(_pool.FromOwn(asWritten: true), target));
        }
    }

    private List<Candidate> Weighed(IEnumerable<Candidate> candidates, int target)
    {
        return [.. candidates.Select(candidate => _weighing.Weigh(candidate, target)).OfType<Candidate>()];
    }

    // Two mistakes that both move the number; else one that does, and another that only counts beside it. Neither may spoil what
    // is right before it, or give the number without the other. Of the ways to make the same mistake that give the same numbers,
    // one will do.
    private List<Candidate> Pairs(int target)
    {
        List<Candidate> moving = [];
        List<Candidate> others = [];
        foreach (Candidate single in _pool.Singles)
        {
            double right = _recalculation.Right[target];
            bool moves = !(Math.Abs(single.Values[target] - right) <= 1e-12 * Math.Abs(right));
            List<Candidate> group = moves ? moving : others;
            bool alone = single.Fits(_recalculation.Asked[target], target);
            if (!alone && _weighing.Against(single, target) is Candidate candidate && !group.Any(other => IsSameWay(other, candidate)))
            {
                group.Add(candidate);
            }
        }

        IEnumerable<(Candidate First, Candidate Second)> both = moving.SelectMany((first, i) => moving.Skip(i + 1).Select(second => (first, second)));
        List<Candidate> pairs = NoAccidents(Weighed(Tried(both), target), target);
        return pairs.Count > 0 ? pairs : NoAccidents(Weighed(Tried(moving.SelectMany(first => others.Select(second => (first, second)))), target), target);
    }

    // Of thousands of pairs, some give any number of few digits by accident; hardly one gives another wrong number as well, and
    // leaves all that is right.
    private List<Candidate> NoAccidents(List<Candidate> pairs, int target)
    {
        bool manyDigits = _recalculation.Asked[target].Written.SignificantDigits >= DigitsBeyondAccident;
        return [.. pairs.Where(pair => pair.Contradicts.Count == 0 && (manyDigits || pair.Explains.Count > 1))];
    }

    private IEnumerable<Candidate> Tried(IEnumerable<(Candidate First, Candidate Second)> pairs)
    {
        return pairs.Where(pair => pair.First.Added[0].Mistake != pair.Second.Added[0].Mistake).Take((int)Math.Min(MostPairs, WorkForPairs / _work)).Select(pair => _pool.Pair(pair.First, pair.Second));
    }

    private static bool IsSameWay(Candidate one, Candidate other)
    {
        return one.Added[0].Mistake == other.Added[0].Mistake && one.IsAlike(other, Enumerable.Range(0, one.Values.Length));
    }

    private Candidate? Nearest(int target, List<(int Number, Fit Fit, IReadOnlyList<Candidate> Candidates)> diagnoses)
    {
        double written = _recalculation.Asked[target].Written.Value;
        double limit = Math.Min(NearestWithin * Math.Abs(written), NearerThanRight * Math.Abs(_recalculation.Right[target] - written));
        HashSet<Mistake> named = [.. diagnoses.Where(diagnosis => diagnosis.Candidates.Count > 0).SelectMany(diagnosis => diagnosis.Candidates[0].All).Select(variant => variant.Mistake)];
        IEnumerable<Candidate> candidates = _small ? _pool.Singles.Concat(_pool.FromOwn(asWritten: false)) : _pool.Singles;
        return candidates
            .Where(candidate => written != 0.0 && Math.Abs(candidate.Values[target] - written) <= limit)
            .Select(candidate => _weighing.Against(candidate, target))
            .OfType<Candidate>()
            .OrderByDescending(candidate => named.Contains(candidate.Added[0].Mistake))
            .ThenBy(candidate => Math.Abs(candidate.Values[target] - written))
            .FirstOrDefault();
    }

    // What was found from the start of the example is taken along in the search for the next mistake. Where several mistakes
    // fit, each of them may be the one that the next is made beside.
    private void TakeAlong(List<Candidate> fitting)
    {
        if (!fitting[0].FromOwn && !fitting[0].IsSlip)
        {
            _bases = [.. fitting.Where(candidate => !candidate.FromOwn && !candidate.IsSlip).Take(MostBases).Select(candidate => candidate.All)];
        }
    }

    private static IReadOnlyList<Candidate> Preferring(IReadOnlyList<Candidate> candidates, IReadOnlyList<Variant> chosen)
    {
        Candidate? preferred = candidates.FirstOrDefault(candidate => candidate.All.SequenceEqual(chosen));
        return preferred is null ? candidates : [preferred, .. candidates.Where(candidate => candidate != preferred)];
    }
}
