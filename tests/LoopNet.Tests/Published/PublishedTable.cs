namespace LoopNet.Tests.Published;

/// <summary>The table of one publication: what it prints, and which number of LoopNet's that is.</summary>
public sealed class PublishedTable
{
    private readonly Dictionary<string, IReadOnlyList<Entry>> _entries = new(StringComparer.Ordinal);

    /// <summary>A number of LoopNet's: its name, or how it follows from named numbers, and its value.</summary>
    public sealed record Entry(string Name, double Value);

    /// <summary>The published keys that the table maps.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Entry>> Entries => _entries;

    /// <summary>A published key stands for numbers of the step, row by row as printed.</summary>
    public void Is(NamedNumbers numbers, string key, params string[] names)
    {
        _entries.Add(key, [.. names.Select(name => new Entry(name, numbers[name]))]);
    }

    /// <summary>A published key stands for numbers that follow from those of the step by one operation.</summary>
    public void Follows(string key, params Entry[] entries) => _entries.Add(key, entries);

    /// <summary>Leaves a key out, to show that this is noticed.</summary>
    public void Forget(string key) => _entries.Remove(key);

    /// <summary>The entry of a published number; null where the table has none.</summary>
    public Entry? Find(PublishedNumber number, IEnumerable<PublishedNumber> all)
    {
        if (!_entries.TryGetValue(number.Key, out IReadOnlyList<Entry>? entries))
        {
            return null;
        }

        int place = all.Where(other => other.Key == number.Key).TakeWhile(other => other != number).Count();
        return place < entries.Count ? entries[place] : null;
    }
}
