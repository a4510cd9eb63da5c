using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>A file that a verb will write at the end of its work.</summary>
internal static class OutputFile
{
    /// <summary>Checks before the work that the file can be written after it.</summary>
    /// <param name="path">The file, or null where none is asked for.</param>
    /// <param name="option">The option that names it, for the message.</param>
    /// <exception cref="UsageException">Its folder is not there.</exception>
    /// <exception cref="DataException">It cannot be written.</exception>
    public static void Check(string? path, string option)
    {
        if (path is null)
        {
            return;
        }

        if (path.Trim().Length == 0)
        {
            throw new UsageException($"{option} needs the name of a file");
        }

        if (Directory.Exists(path))
        {
            throw new UsageException($"{option} {path}: this is a folder; give the name of a file in it");
        }

        string folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? path;
        if (!Directory.Exists(folder))
        {
            throw new UsageException($"{option} {path}: there is no folder {folder}; make it first");
        }

        WholeFile.Refuse(path);
        Try($"{path}.{Environment.ProcessId}.part", path, option);
    }

    /// <summary>Makes the folder for files that a run will write, and checks that they can be written.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="option">The option that names it, for the message.</param>
    /// <exception cref="UsageException">It cannot be made.</exception>
    /// <exception cref="DataException">Nothing can be written in it.</exception>
    public static void CheckFolder(string folder, string option)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"{option} {folder}: the folder cannot be made ({exception.Message})");
        }

        Try(Path.Combine(folder, $"{Environment.ProcessId}.part"), folder, option);
    }

    /// <summary>Whether two paths name the same file.</summary>
    public static bool AreSame(string? first, string? second)
    {
        return first is not null && second is not null && WholeFile.Target(first) == WholeFile.Target(second);
    }

    // The file itself is not touched: what is there stays until there is something better.
    private static void Try(string unfinished, string path, string option)
    {
        try
        {
            using FileStream stream = File.Create(unfinished, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new DataException($"{option} {path}: the file cannot be written ({exception.Message})", exception);
        }
    }
}
