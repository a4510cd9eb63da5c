namespace LoopNet.Checking;

/// <summary>Calculates what the known mistakes give, each once: from the start of the example, beside mistakes found before, and from the learner's own numbers.</summary>
internal sealed class CandidatePool(Recalculation recalculation)
{
    private readonly Variant[] _variants = [.. Catalogue.Variants(recalculation.Example)];
    private readonly Dictionary<bool, IReadOnlyList<Candidate>> _own = [];
    private readonly Dictionary<IReadOnlyList<Variant>, IReadOnlyList<Candidate>> _beside = [];
    private IReadOnlyList<Candidate>? _singles;

    /// <summary>Every mistake alone, from the start of the example; those that change no number are left out.</summary>
    public IReadOnlyList<Candidate> Singles => _singles ??= [.. _variants.Select(variant => From([], variant)).Where(Changes)];

    /// <summary>Every mistake beside others that were found before.</summary>
    public IReadOnlyList<Candidate> Beside(IReadOnlyList<Variant> found)
    {
        if (!_beside.TryGetValue(found, out IReadOnlyList<Candidate>? candidates))
        {
            candidates = [.. _variants.Where(variant => found.All(other => other.Mistake != variant.Mistake)).Select(variant => From(found, variant))];
            _beside.Add(found, candidates);
        }

        return candidates;
    }

    /// <summary>Every mistake, each number calculated from the learner's own earlier ones.</summary>
    /// <param name="asWritten">Whether right numbers, too, stand as they are written, with few digits.</param>
    public IReadOnlyList<Candidate> FromOwn(bool asWritten)
    {
        if (!_own.TryGetValue(asWritten, out IReadOnlyList<Candidate>? candidates))
        {
            Standing?[] standings = asWritten ? recalculation.AsWritten() : recalculation.RightWhereRight();
            candidates =
            [
                .. _variants.Where(variant => variant.Shift is null)
                    .Select(variant => new Candidate([], [variant], recalculation.FromOwn([variant], standings).Values, FromOwn: true)),
            ];
            _own.Add(asWritten, candidates);
        }

        return candidates;
    }

    /// <summary>Two mistakes, from the start of the example.</summary>
    public Candidate Pair(Candidate first, Candidate second)
    {
        Variant[] pair = Ordered([first.Added[0], second.Added[0]]);
        return new Candidate([], pair, recalculation.With(pair), FromOwn: false);
    }

    private Candidate From(IReadOnlyList<Variant> found, Variant variant)
    {
        return new Candidate(found, [variant], recalculation.With(Ordered([.. found, variant])), FromOwn: false);
    }

    private bool Changes(Candidate candidate)
    {
        for (int i = 0; i < candidate.Values.Length; i++)
        {
            if (!(Math.Abs(candidate.Values[i] - recalculation.Right[i]) <= 1e-12 * Math.Abs(recalculation.Right[i])))
            {
                return true;
            }
        }

        return false;
    }

    private Variant[] Ordered(Variant[] variants) => [.. variants.OrderBy(variant => Array.IndexOf(_variants, variant))];
}
