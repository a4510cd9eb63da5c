namespace LoopNet.Cli;

/// <summary>A folder of exercises, one for each student: the files ID.json.</summary>
/// <param name="Files">The files, by ID.</param>
internal sealed record ExerciseFolder(IReadOnlyDictionary<string, string> Files)
{
    /// <summary>Lists the exercises of a folder.</summary>
    /// <param name="folder">The folder; those within it hold sheets and keys.</param>
    /// <exception cref="UsageException">There is no such folder, or no exercise in it.</exception>
    public static ExerciseFolder In(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new UsageException($"--exercises {folder}: there is no such folder; give one that loopnet exercise --count has made");
        }

        string[] files = [.. Directory.EnumerateFiles(folder, "*.json").Where(path => !Path.GetFileName(path).StartsWith('.')).Order(StringComparer.OrdinalIgnoreCase)];
        return files.Length == 0
            ? throw new UsageException($"--exercises {folder}: there is no exercise in this folder; give one that loopnet exercise --count has made")
            : new ExerciseFolder(files.ToDictionary(path => Path.GetFileNameWithoutExtension(path), StringComparer.Ordinal));
    }

    /// <summary>Whose exercise a file of answers belongs to, by its name, and else by the names of the folders that it lies in.</summary>
    /// <param name="name">The file, with the folders below that of the class.</param>
    /// <returns>The IDs that its name fits best: one, where it is clear.</returns>
    /// <remarks>
    /// The words of an ID have to stand in the name in a row; of two IDs of which one holds the other, the longer counts. A number fits without its first
    /// zeros, which spreadsheets drop, where nothing fits as it is written.
    /// </remarks>
    public IReadOnlyList<string> Of(string name)
    {
        string[] parts = StudentName.Stem(name).Split('/');
        foreach (Func<string, string[]> words in new[] { StudentName.Words, WithoutZeros })
        {
            foreach (string part in parts.Reverse())
            {
                string[] exact = [.. Files.Keys.Where(id => words(id).SequenceEqual(words(part), StringComparer.Ordinal))];
                string[] found = exact.Length > 0 ? exact : Within(words(part), words);
                if (found.Length > 0)
                {
                    return found;
                }
            }
        }

        return [];
    }

    private string[] Within(string[] name, Func<string, string[]> words)
    {
        string[] found = [.. Files.Keys.Where(id => StudentName.Holds(name, words(id)))];
        return [.. found.Where(id => !found.Any(other => other != id && words(other).Length > words(id).Length && StudentName.Holds(words(other), words(id))))];
    }

    private static string[] WithoutZeros(string text) => [.. StudentName.Words(text).Select(word => word.All(char.IsAsciiDigit) ? word.TrimStart('0') : word)];
}
