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

    /// <summary>The sum with names, for example <c>W1[0,0] x[0] + b1[0]</c>.</summary>
    public string Named => Join(_named);

    /// <summary>The sum with numbers, for example <c>0.15*0.05 + 0.35</c>.</summary>
    public string Numbered => Join(_numbered);

    /// <summary>Adds a term.</summary>
    public void Add(string named, string numbered)
    {
        _named.Add(named);
        _numbered.Add(numbered);
    }

    private static string Join(List<string> terms)
    {
        if (terms.Count <= MostTerms)
        {
            return string.Join(" + ", terms);
        }

        string head = string.Join(" + ", terms[..ShownAtEachEnd]);
        string tail = string.Join(" + ", terms[^ShownAtEachEnd..]);
        return $"{head} + ... ({terms.Count - (2 * ShownAtEachEnd)} more terms) ... + {tail}";
    }
}
