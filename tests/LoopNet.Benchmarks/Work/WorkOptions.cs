using System.Globalization;

namespace LoopNet.Benchmarks;

/// <summary>What a command line behind <c>work</c> asks for.</summary>
/// <param name="Kind">Per-sample, full-batch-003 or full-batch-004.</param>
/// <param name="Folder">Where the prepared files are.</param>
/// <param name="Threads">For updates of many samples.</param>
/// <param name="Epochs">How many epochs.</param>
internal sealed record WorkOptions(string Kind, string Folder, int Threads, int Epochs)
{
    /// <summary>One update for each sample.</summary>
    public const string PerSample = "per-sample";

    /// <summary>Document 003: one update over all samples.</summary>
    public const string FullBatch003 = "full-batch-003";

    /// <summary>Document 004: one update over all samples.</summary>
    public const string FullBatch004 = "full-batch-004";

    /// <summary>How the command is used.</summary>
    public const string Usage = """
        usage: work per-sample FOLDER EPOCHS [--samples N] [--engine fast|literal]
               work full-batch-003 FOLDER THREADS EPOCHS [--engine fast|literal]
               work full-batch-004 FOLDER THREADS EPOCHS [--engine fast|literal]
        FOLDER is as Rivals/prep.py leaves it; the literal engine uses 1 thread, whatever THREADS says.
        """;

    /// <summary>How many of the 60,000 training digits to take, one by one.</summary>
    public int Samples { get; private init; } = 60_000;

    /// <summary>Whether the literal loops do the work.</summary>
    public bool Literal { get; private init; }

    /// <summary>Reads a command line; null where it is none.</summary>
    public static WorkOptions? Parse(ReadOnlySpan<string> words)
    {
        WorkOptions? options = words switch
        {
            [PerSample, string folder, string epochs, ..] when Count(epochs) is int count => new WorkOptions(PerSample, folder, 1, count),
            [FullBatch003 or FullBatch004, string folder, string threads, string epochs, ..] when Count(threads) is int used && Count(epochs) is int count
                => new WorkOptions(words[0], folder, used, count),
            _ => null,
        };
        if (options is null)
        {
            return null;
        }

        ReadOnlySpan<string> rest = words[(options.Kind == PerSample ? 3 : 4)..];
        for (; rest.Length > 0 && options is not null; rest = rest[Math.Min(2, rest.Length)..])
        {
            options = rest switch
            {
                ["--engine", "literal", ..] => options with { Literal = true },
                ["--engine", "fast", ..] => options with { Literal = false },
                ["--samples", string samples, ..] when options.Kind == PerSample && Count(samples) is int count => options with { Samples = count },
                _ => null,
            };
        }

        return options;
    }

    private static int? Count(string word)
    {
        return int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0 ? count : null;
    }
}
