using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>A file that a verb will write at the end of its work: checked before, so that no work is lost.</summary>
internal static class OutputFile
{
    /// <summary>Checks that a file can be written.</summary>
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
        Try(Invariant($"{path}.{Environment.ProcessId}.part"), path, option);
    }

    /// <summary>Checks that a picture can be written.</summary>
    /// <param name="path">The file, or null where none is asked for.</param>
    /// <param name="option">The option that names it, for the message.</param>
    /// <param name="inputs">The files that are read, which the picture must not replace.</param>
    /// <exception cref="UsageException">It does not end in .svg, its folder is not there, or it is a file that is read.</exception>
    /// <exception cref="DataException">It cannot be written.</exception>
    public static void CheckPicture(string? path, string option, params string?[] inputs)
    {
        Check(path, option);
        if (inputs.Any(input => AreSame(input, path)))
        {
            throw new UsageException($"{option} {path}: this file is read, and would be overwritten; give another file to write");
        }

        if (path is not null && !HasEnding(path, ".svg"))
        {
            throw new UsageException($"{option} {path}: the picture is an SVG; give a name that ends in .svg");
        }
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

        Try(Path.Combine(folder, Invariant($"{Environment.ProcessId}.part")), folder, option);
    }

    /// <summary>Whether two paths name the same file.</summary>
    public static bool AreSame(string? first, string? second)
    {
        return first is not null && second is not null && WholeFile.Target(first) == WholeFile.Target(second);
    }

    /// <summary>Whether the name of a file ends in <paramref name="ending"/>, in capitals or not.</summary>
    public static bool HasEnding(string path, string ending) => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase);

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
