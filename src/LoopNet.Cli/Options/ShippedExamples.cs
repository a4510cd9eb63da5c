namespace LoopNet.Cli;

/// <summary>The worked examples that come with LoopNet: the files of docs/examples, copied beside the command.</summary>
internal static class ShippedExamples
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "examples");

    /// <summary>Their names, in alphabetical order.</summary>
    public static IReadOnlyList<string> Names()
    {
        return [.. Directory.GetFiles(Folder, "*.json").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!];
    }

    /// <summary>The file of a shipped example; null where there is none of that name.</summary>
    public static string? PathOf(string name) => Names().Contains(name, StringComparer.Ordinal) ? Path.Combine(Folder, $"{name}.json") : null;
}
