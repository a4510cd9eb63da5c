using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>Whose exercises are made: names or numbers, one exercise for each.</summary>
internal static class StudentIds
{
    private const long MostBytes = 1_000_000;
    private const int LongestId = 64;

    /// <summary>Numbers with as many digits each, so that files are listed in their order: 01 to 30.</summary>
    public static string[] Counted(int count)
    {
        int digits = Math.Max(2, Invariant($"{count}").Length);
        return [.. Enumerable.Range(1, count).Select(number => Invariant($"{number}").PadLeft(digits, '0'))];
    }

    /// <summary>The IDs of a file: one to a line, blank lines left out.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataException">It cannot be read, holds none, or an ID stands in it twice.</exception>
    public static string[] Of(string path)
    {
        string[] lines;
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MostBytes })
            {
                throw new DataException($"{path}: this file is too large for a list of names; expected one name or number to a line.");
            }

            lines = File.ReadAllLines(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new DataException($"{path}: the list of names cannot be read ({exception.Message})", exception);
        }

        string[] ids = [.. lines.Select(line => line.Trim()).Where(line => line.Length > 0)];
        return ids.Length > 0 ? ids : throw new DataException($"{path}: there is no name in this file; expected one name or number to a line.");
    }

    /// <summary>The IDs as they are used, each with the name of its example and files.</summary>
    /// <param name="ids">As they were given.</param>
    /// <exception cref="UsageException">One cannot be used, or two would have the same file.</exception>
    public static (string Id, string Name)[] Named(IReadOnlyList<string> ids)
    {
        Dictionary<string, string> taken = new(StringComparer.OrdinalIgnoreCase);
        List<(string Id, string Name)> named = [];
        foreach (string id in ids.Select(ComposedLetters.Of))
        {
            string name = Example.NameFrom(id.Trim());
            string visible = VisibleText.Of(id);
            if (id.Length > LongestId || !name.Any(char.IsLetterOrDigit) || visible != id)
            {
                throw new UsageException(Invariant($"'{visible}' is no ID: it has a letter or a digit, and {LongestId} characters at most"));
            }

            if (!taken.TryAdd(name, id))
            {
                throw new UsageException($"the exercises of '{taken[name]}' and '{id}' would both be called {name}; give IDs that differ in letters or digits");
            }

            named.Add((id.Trim(), name));
        }

        return [.. named];
    }
}
