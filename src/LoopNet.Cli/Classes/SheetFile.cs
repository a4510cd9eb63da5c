using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>A file that a student handed in.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Name">What it is called in the table: its path below the folder that was given, or the path that was given itself.</param>
internal sealed record SheetFile(string Path, string Name)
{
    // What systems leave in folders and archives.
    private static readonly string[] LeftBySystems = ["Thumbs.db", "desktop.ini", "__MACOSX"];

    /// <summary>The files that are named on a command line, and those in the folders that are, at any depth; each once.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <exception cref="UsageException">A path leads nowhere, or a folder holds no file.</exception>
    /// <exception cref="DataException">A folder cannot be read.</exception>
    public static IReadOnlyList<SheetFile> In(IReadOnlyList<string> paths)
    {
        List<SheetFile> files = [];
        foreach (string path in paths)
        {
            if (Directory.Exists(path))
            {
                SheetFile[] found = InFolder(path);
                files.AddRange(found.Length > 0 ? found : throw new UsageException($"{path}: there is no file in this folder; give the folder of the answers"));
            }
            else if (paths.Count > 1 || File.Exists(path))
            {
                files.Add(new SheetFile(path, path));
            }
            else
            {
                throw new UsageException($"{path}: there is no such file or folder; give the folder of the answers");
            }
        }

        return [.. files.DistinctBy(file => System.IO.Path.GetFullPath(file.Path), StringComparer.Ordinal)];
    }

    private static SheetFile[] InFolder(string folder)
    {
        EnumerationOptions options = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System };
        try
        {
            return
            [
                .. Directory.EnumerateFiles(folder, "*", options)
                    .Select(path => new SheetFile(path, System.IO.Path.GetRelativePath(folder, path).Replace('\\', '/')))
                    .Where(file => !file.Name.Split('/').Any(part => part.StartsWith('.') || LeftBySystems.Contains(part, StringComparer.OrdinalIgnoreCase)))
                    .OrderBy(file => file.Name, StringComparer.OrdinalIgnoreCase).ThenBy(file => file.Name, StringComparer.Ordinal),
            ];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DataException($"{folder}: the folder cannot be read ({exception.Message})", exception);
        }
    }
}
