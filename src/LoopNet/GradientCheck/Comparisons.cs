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
            Begin(symbol);
            return _bySymbol[symbol];
        }
    }

    /// <summary>Begins the comparison of one tensor, where it has not begun.</summary>
    public void Begin(string symbol)
    {
        if (!_bySymbol.ContainsKey(symbol))
        {
            TensorComparison comparison = new(symbol);
            _bySymbol.Add(symbol, comparison);
            _inOrder.Add(comparison);
        }
    }

    /// <summary>The results, in the order in which the comparisons were begun.</summary>
    public List<TensorCheck> Results() => [.. _inOrder.Select(comparison => comparison.Result())];
}
