namespace LoopNet;

/// <summary>The comparisons of a check, each begun when its symbol is first asked for.</summary>
internal sealed class Comparisons
{
    private readonly Dictionary<string, TensorComparison> _bySymbol = new(StringComparer.Ordinal);
    private readonly List<TensorComparison> _inOrder = [];

    /// <summary>The comparison of one tensor.</summary>
    public TensorComparison this[string symbol]
    {
        get
        {
            if (!_bySymbol.TryGetValue(symbol, out TensorComparison? comparison))
            {
                comparison = new TensorComparison(symbol);
                _bySymbol.Add(symbol, comparison);
                _inOrder.Add(comparison);
            }

            return comparison;
        }
    }

    /// <summary>Begins comparisons in the order in which they are to be reported.</summary>
    public void Begin(IEnumerable<string> symbols)
    {
        foreach (string symbol in symbols)
        {
            _ = this[symbol];
        }
    }

    /// <summary>The results, in the order in which the comparisons were begun.</summary>
    public List<TensorCheck> Results() => [.. _inOrder.Select(comparison => comparison.Result())];
}
