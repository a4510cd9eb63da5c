using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>What was decided about one number that an account did not give.</summary>
/// <param name="Number">The number.</param>
/// <param name="Before">The account before.</param>
/// <param name="After">The account with the change that gives the number; null where none is named.</param>
/// <param name="Slip">The slip behind it; null where none is known.</param>
/// <param name="Others">Other accounts that give the number, the likeliest first.</param>
internal sealed record Decision(int Number, Hypothesis Before, Hypothesis? After, Slip? Slip, IReadOnlyList<Hypothesis> Others);

/// <summary>Looks for the account of the answers that takes the fewest bits, one number after another in the order of computation.</summary>
internal sealed class Search
{
    /// <summary>So many bits have to be saved before a change is named.</summary>
    public const double Surplus = 4.0;

    /// <summary>So many bits has the next account to be behind, or both are told.</summary>
    public const double Margin = 3.0;

    /// <summary>So many where the next is an edit without a name.</summary>
    public const double MarginOfUnnamed = 1.0;

    // A slip is said where it takes hardly more than to say the number as it is.
    private const double WorthSaying = 3.0;

    // Limits that keep a check to seconds: the work of all calculations, in parameters passed.
    private const long MostWork = 150_000_000;
    private const long MostWorkOfALongRun = 800_000_000;
    private const long WorkForEdits = 50_000_000;
    private const long WorkForPairs = 30_000_000;
    private const long LongWork = 100_000;
    private const int MostPairs = 4000;
    private const int LongestRunForPairs = 10;
    private const int Breadth = 3;
    private const int MostRounds = 24;
    private const int MostEdits = 4;

    private readonly Recalculation _recalculation;
    private readonly Evidence _evidence;
    private readonly Candidates _candidates;
    private readonly Slips _slips;
    private readonly Dictionary<Edit, Candidate> _known = new(ReferenceEqualityComparer.Instance);

    // The equations that no edit was found for: the next number of the same kind and step is not looked into again.
    private readonly HashSet<(TensorKind Kind, int Layer, int Step)> _failed = [];
    private long _work;
    private bool _pairsTried;

    public Search(Recalculation recalculation, Evidence evidence)
    {
        _recalculation = recalculation;
        _evidence = evidence;
        _candidates = new Candidates(recalculation);
        _slips = new Slips(recalculation);
    }

    private bool IsLong => _recalculation.Work > LongWork;

    /// <summary>The decisions, in the order of computation.</summary>
    public IReadOnlyList<Decision> Run()
    {
        List<Path> open = [new Path(_evidence.Nothing(), [])];
        List<Path> done = [];
        for (int round = 0; round < MostRounds && open.Count > 0; round++)
        {
            done.AddRange(open.Where(path => path.Account.Next < 0));
            double best = done.Count == 0 ? double.PositiveInfinity : done.Min(path => path.Account.Total);
            List<Path> next = [.. open.Where(path => path.Account.Next >= 0 && path.Account.Least < best).OrderBy(path => path.Account.Total).SelectMany(Steps)];

            // Accounts with more changes are further on: each is compared with its like.
            open = [.. next.GroupBy(path => path.Account.Edits.Count).SelectMany(group => group.OrderBy(path => path.Account.Total).Take(Breadth))];
        }

        Path chosen = done.Concat(open).OrderBy(path => path.Account.Total).First();
        return chosen.Decisions;
    }

    private IEnumerable<Path> Steps(Path path)
    {
        int target = path.Account.Next;
        double written = _recalculation.Asked[target].Written.Value;
        Slip? slip = _slips.Of(target, path.Account.Value(target, written));
        double rest = _evidence.Bits(target, path.Account.Value(target, written));
        Slip? likely = slip is not null && slip.Cost <= rest + WorthSaying ? slip : null;
        double left = likely is null ? rest : Math.Min(rest, slip!.Cost);
        List<Hypothesis> accounts = _recalculation.Asked[target].Origin == NumberOrigin.Given ? [] : Accounts(path.Account, target);
        Hypothesis leaving = path.Account with
        {
            Left = new Dictionary<int, Slip?>(path.Account.Left) { [target] = likely },
            Rest = path.Account.Rest - rest + left,
            LeftBits = path.Account.LeftBits + left,
        };
        Hypothesis[] clear = [.. Unlike(accounts.Where(account => account.Total <= leaving.Total - Surplus)).Take(IsLong ? 1 : Breadth)];
        foreach (Hypothesis account in clear)
        {
            yield return new Path(account, [.. path.Decisions, new Decision(target, path.Account, account, null, [.. accounts.Where(other => other != account)])]);
        }

        // In a long run the way is not gone twice.
        if (IsLong && clear.Length > 0)
        {
            yield break;
        }

        yield return new Path(leaving, [.. path.Decisions, new Decision(target, path.Account, null, likely, Near(accounts, leaving.Total))]);
    }

    // Of accounts that give the very same numbers one is enough.
    private static IEnumerable<Hypothesis> Unlike(IEnumerable<Hypothesis> accounts)
    {
        List<Hypothesis> kept = [];
        foreach (Hypothesis account in accounts)
        {
            if (!kept.Exists(other => other.Edits.Count == account.Edits.Count && other.IsAlike(account)))
            {
                kept.Add(account);
                yield return account;
            }
        }
    }

    private static List<Hypothesis> Near(List<Hypothesis> accounts, double total) => [.. accounts.Where(account => account.Total <= total + Margin)];

    private List<Hypothesis> Accounts(Hypothesis account, int target)
    {
        if (account.Edits.Count >= MostEdits)
        {
            return [];
        }

        List<Hypothesis> found = Tried(_candidates.Known, account, target, IsLong ? MostWorkOfALongRun : MostWork);
        AskedNumber asked = _recalculation.Asked[target];
        (TensorKind, int, int) equation = (asked.Tensor.Kind, asked.Tensor.Layer, asked.Name.Step);
        if (!_failed.Contains(equation))
        {
            found.AddRange(Tried(_candidates.Edits(target), account, target, WorkForEdits));
        }

        bool isOpen = found.TrueForAll(other => other.Total > account.Total - Surplus || other.Spoiled.Count > 0);
        if (isOpen && _failed.Add(equation))
        {
            found.AddRange(Tried(_candidates.InPart(target), account, target, WorkForEdits));
        }

        bool explainsLittle = found.TrueForAll(other => other.Rest > account.Rest / 2.0);
        HashSet<Edit> alone = new(found.Select(other => other.Edits[^1]), ReferenceEqualityComparer.Instance);
        if (account.Edits.Count == 0 && account.Left.Count == 0 && explainsLittle && !_pairsTried && _recalculation.LastStep <= LongestRunForPairs)
        {
            _pairsTried = true;
            found.AddRange(Pairs(account, target, alone));
        }

        return [.. found.Where(other => ExplainsMoreThanAZero(account, other)).OrderBy(other => other.Total)];
    }

    // A bare 0 is left by many mistakes, and by every blank that was filled in.
    private bool ExplainsMoreThanAZero(Hypothesis before, Hypothesis after)
    {
        HashSet<int> left = [.. after.Unexplained];
        int[] given = [.. before.Unexplained.Where(number => !left.Contains(number))];
        return given.Length > 1 || Array.Exists(given, number => _recalculation.Asked[number].Written.SignificantDigits > 0);
    }

    private List<Hypothesis> Tried(IEnumerable<Candidate> candidates, Hypothesis account, int target, long limit)
    {
        List<Hypothesis> found = [];
        foreach (Candidate candidate in candidates.Where(candidate => !(IsLong && candidate.Edit.IsSharp)))
        {
            if (_work > limit)
            {
                break;
            }

            bool again = candidate.Edit.Mistake is not null && account.Edits.Any(edit => edit.Mistake == candidate.Edit.Mistake && edit.Scope == candidate.Edit.Scope);
            if (!again && Of([.. account.Edits.Select(Known), candidate], account, target) is Hypothesis hypothesis)
            {
                found.Add(hypothesis);
            }
        }

        return found;
    }

    private Candidate Known(Edit edit) => _known.TryGetValue(edit, out Candidate? candidate) ? candidate : new Candidate(edit, 0.0, int.MaxValue);

    private Hypothesis? Of(Candidate[] candidates, Hypothesis account, int target)
    {
        if (account.Edits.Count > 0 && candidates[^1].Edit.Shift is not null)
        {
            return _evidence.Copied(account, candidates[^1], target);
        }

        _work += (IsLong ? 1 : 2) * _recalculation.WorkTo(_recalculation.Asked[target].Name.Step);
        Edit[] edits = [.. candidates.OrderBy(candidate => candidate.Place).Select(candidate => candidate.Edit)];
        double cost = account.Cost + candidates.Skip(account.Edits.Count).Sum(candidate => candidate.Cost);
        Hypothesis? hypothesis = _evidence.Of(edits, [.. candidates.Select(candidate => candidate.Edit)], cost, target, account.Unexplained[0] == target && account.Edits.Count == 0);
        if (hypothesis is null)
        {
            return null;
        }

        foreach (Candidate candidate in candidates.Skip(account.Edits.Count))
        {
            _known[candidate.Edit] = candidate;
        }

        // What was left as a slip before stays one, unless the change gives it.
        double saved = account.Left.Where(left => left.Value is not null && hypothesis.Unexplained.Contains(left.Key))
            .Sum(left => _evidence.Bits(left.Key, account.Value(left.Key, _recalculation.Asked[left.Key].Written.Value)) - left.Value!.Cost);
        return hypothesis with { Left = account.Left, LeftBits = account.LeftBits, Rest = hypothesis.Rest - Math.Max(0.0, saved) };
    }

    // Two mistakes that give the number only together. Of the ways to make a mistake that give the same numbers, one will do.
    private List<Hypothesis> Pairs(Hypothesis account, int target, HashSet<Edit> alone)
    {
        List<(Candidate Candidate, double[] Values)> moving = [];
        List<(Candidate Candidate, double[] Values)> others = [];
        double right = account.FromStart[target];
        foreach (Candidate candidate in _candidates.Known.Where(candidate => candidate.Edit.Shift is null && !candidate.Edit.IsSharp && !alone.Contains(candidate.Edit)))
        {
            if (_work > MostWork)
            {
                return [];
            }

            _work += _recalculation.WorkTo(_recalculation.Asked[target].Name.Step);
            double[] values = _recalculation.FromStart([candidate.Edit], target);
            bool moves = !(Math.Abs(values[target] - right) <= 1e-12 * Math.Abs(right));
            List<(Candidate Candidate, double[] Values)> group = moves ? moving : others;
            if (KeepsBefore(values, target) && !group.Exists(other => other.Candidate.Edit.Mistake == candidate.Edit.Mistake && other.Values.SequenceEqual(values)))
            {
                group.Add((candidate, values));
            }
        }

        IEnumerable<Candidate[]> both = moving.SelectMany((first, i) => moving.Skip(i + 1).Select(second => new[] { first.Candidate, second.Candidate }));
        IEnumerable<Candidate[]> beside = moving.SelectMany(first => others.Select(second => new[] { first.Candidate, second.Candidate }));
        long most = Math.Min(MostPairs, WorkForPairs / _recalculation.Work);
        return
        [
            .. both.Concat(beside).Where(pair => pair[0].Edit.Mistake != pair[1].Edit.Mistake).Take((int)most)
                .Select(pair => Of(pair, account, target)).OfType<Hypothesis>(),
        ];
    }

    private bool KeepsBefore(double[] values, int target)
    {
        for (int i = 0; i < target; i++)
        {
            if (_recalculation.Verdicts[i] != Verdict.Wrong && !_recalculation.Asked[i].IsRight(values[i]))
            {
                return false;
            }
        }

        return true;
    }

    private sealed record Path(Hypothesis Account, IReadOnlyList<Decision> Decisions);
}
