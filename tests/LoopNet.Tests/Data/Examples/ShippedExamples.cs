using LoopNet.Data;

namespace LoopNet.Tests.Data;

/// <summary>The examples of docs/examples, read from the repository itself.</summary>
public static class ShippedExamples
{
    /// <summary>The names of the files, in alphabetical order.</summary>
    public static IReadOnlyList<string> Names
    {
        get
        {
            string[] files = Directory.GetFiles(Folder, "*.json");
            return [.. files.Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>The same names, for a theory.</summary>
    public static TheoryData<string> All => [.. Names];

    /// <summary>The folder docs of the repository.</summary>
    public static string Documents => Path.Combine(Root(), "docs");

    private static string Folder => Path.Combine(Documents, "examples");

    public static Example Read(string name) => ExampleFile.Read(PathOf(name));

    public static string PathOf(string name) => Path.Combine(Folder, $"{name}.json");

    private static string Root()
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "LoopNet.sln")))
            {
                return folder;
            }
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds LoopNet.sln.");
    }
}
