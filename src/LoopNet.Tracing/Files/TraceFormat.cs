namespace LoopNet.Tracing;

/// <summary>The formats in which a trace is written, by their names, which are the endings of its files.</summary>
internal static class TraceFormat
{
    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = ["txt", "jsonl", "html"];

    /// <summary>A format.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">The text, which counts what it shows.</param>
    /// <param name="options">What a page shows at first.</param>
    /// <param name="names">The names of a page; null for LoopNet's.</param>
    /// <exception cref="ArgumentException">There is no such format.</exception>
    public static ITraceFormat Of(string name, TraceText text, TextOptions options, OwnNames? names) => name switch
    {
        "txt" => text,
        "jsonl" => new TraceJson(),
        "html" => new TracePage(options, names),
        _ => throw Unknown(name),
    };

    /// <summary>Names of formats, each of them one that there is.</summary>
    /// <exception cref="ArgumentException">There is no such format, or none is given.</exception>
    public static IReadOnlyCollection<string> Checked(IReadOnlyCollection<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (names.Count == 0)
        {
            throw new ArgumentException($"No format of a trace is given; give {string.Join(" or ", Names)}.", nameof(names));
        }

        string? unknown = names.FirstOrDefault(name => !Names.Contains(name, StringComparer.Ordinal));
        return unknown is null ? names : throw Unknown(unknown);
    }

    private static ArgumentException Unknown(string name) => new($"There is no format '{name}' of a trace; it is {string.Join(" or ", Names)}.", nameof(name));
}
