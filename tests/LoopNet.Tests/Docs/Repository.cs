namespace LoopNet.Tests;

/// <summary>The working tree that these tests were built from.</summary>
public static class Repository
{
    /// <summary>The top folder.</summary>
    public static string Top { get; } = FindTop();

    /// <summary>README, CONTRIBUTING and everything in docs/, as paths from the top.</summary>
    public static IEnumerable<string> Documents
    {
        get
        {
            string[] docs = Directory.GetFiles(Path.Combine(Top, "docs"), "*.md", SearchOption.AllDirectories);
            return docs.Select(path => Path.GetRelativePath(Top, path)).Order(StringComparer.Ordinal).Prepend("CONTRIBUTING.md").Prepend("README.md");
        }
    }

    /// <summary>The text of a file, by its path from the top.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Top, path));

    private static string FindTop()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "LoopNet.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("LoopNet.sln is not above the tests.");
    }
}
