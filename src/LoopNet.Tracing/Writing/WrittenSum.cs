namespace LoopNet.Tracing;

/// <summary>A sum written twice, with names and with numbers; one of many terms is shortened in its middle.</summary>
internal sealed class WrittenSum
{
    /// <summary>A sum of more terms than this is shortened.</summary>
    public const int MostTerms = 12;

    /// <summary>How many terms a shortened sum shows at either end.</summary>
    public const int ShownAtEachEnd = 3;

    private readonly List<string> _named = [];
    private readonly List<string> _numbered = [];
    private readonly List<NumberName[]> _reads = [];

    /// <summary>Whether it has no term.</summary>
    public bool IsEmpty => _named.Count == 0;

    /// <summary>The sum with names, for example <c>W1[0,0] x[0] + b1[0]</c>.</summary>
    public string Named => Join(_named);

    /// <summary>The sum with numbers, for example <c>0.15*0.05 + 0.35</c>.</summary>
    public string Numbered => Join(_numbered);

    /// <summary>What its terms are computed from; a term that is 0 by its place is left out.</summary>
    public IReadOnlyList<NumberName[]> Reads => _reads;

    /// <summary>Adds a term.</summary>
    /// <param name="named">The term with names.</param>
    /// <param name="numbered">The term with numbers.</param>
    /// <param name="reads">What it is computed from.</param>
    public void Add(string named, string numbered, params NumberName[] reads)
    {
        _named.Add(named);
        _numbered.Add(numbered);
        if (reads.Length > 0)
        {
            _reads.Add(reads);
        }
    }

    /// <summary>The number that is this sum.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value, written.</param>
    public Derivation Derivation(string name, string value) => new(name, [Named, Numbered, value], IsSum: true) { Reads = Reads };

    private static string Join(List<string> terms)
    {
        if (terms.Count <= MostTerms)
        {
            return string.Join(" + ", terms);
        }

        string head = string.Join(" + ", terms[..ShownAtEachEnd]);
        string tail = string.Join(" + ", terms[^ShownAtEachEnd..]);
        return Invariant($"{head} + ... ({terms.Count - (2 * ShownAtEachEnd)} more terms) ... + {tail}");
    }
}
