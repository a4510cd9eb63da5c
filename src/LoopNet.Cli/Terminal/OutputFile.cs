using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>A file that a verb will write at the end of its work: checked before, so that no work is lost.</summary>
/// <param name="Option">The option that names it, for messages.</param>
/// <param name="Path">The file, or null where none is asked for.</param>
internal sealed record OutputFile(string Option, string? Path)
{
    /// <summary>Checks that the file can be written; what is there stays until there is something better.</summary>
    /// <exception cref="UsageException">Its folder is not there.</exception>
    /// <exception cref="DataException">It cannot be written.</exception>
    public void Check()
    {
        if (Path is null)
        {
            return;
        }

        if (Path.Trim().Length == 0)
        {
            throw new UsageException($"{Option} needs the name of a file");
        }

        if (Directory.Exists(Path))
        {
            throw new UsageException($"{Option} {Path}: this is a folder; give the name of a file in it");
        }

        string folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path)) ?? Path;
        if (!Directory.Exists(folder))
        {
            throw new UsageException($"{Option} {Path}: there is no folder {folder}; make it first");
        }

        Try(Option, () => WholeFile.Check(Path));
    }

    /// <summary>Checks that pictures can be written, and no file that is read would be overwritten.</summary>
    /// <param name="pictures">The files to write.</param>
    /// <param name="inputs">The files to read.</param>
    /// <exception cref="UsageException">One does not end in .svg, its folder is not there, or it is read or written already.</exception>
    /// <exception cref="DataException">One cannot be written.</exception>
    public static void CheckPictures(IReadOnlyList<OutputFile> pictures, params IEnumerable<string?> inputs)
    {
        foreach (OutputFile picture in pictures)
        {
            picture.Check();
        }

        CheckApart(pictures, inputs);
        OutputFile? other = pictures.FirstOrDefault(picture => picture.Path is not null && !HasEnding(picture.Path, ".svg"));
        if (other is not null)
        {
            throw new UsageException($"{other.Option} {other.Path}: the picture is an SVG; give a name that ends in .svg");
        }
    }

    /// <summary>Checks that no file to write is one that is read, or another that is written, whatever the spelling of their paths.</summary>
    /// <param name="outputs">The files to write.</param>
    /// <param name="inputs">The files to read; null where one is not asked for.</param>
    /// <exception cref="UsageException">One is.</exception>
    public static void CheckApart(IEnumerable<OutputFile> outputs, params IEnumerable<string?> inputs)
    {
        OutputFile[] written = [.. outputs.Where(output => output.Path is not null)];
        string[] read = [.. inputs.OfType<string>()];
        for (int place = 0; place < written.Length; place++)
        {
            OutputFile output = written[place];
            if (read.Any(input => WholeFile.AreSame(input, output.Path!)))
            {
                throw new UsageException($"{output.Option} {output.Path}: this file is read, and would be overwritten; give another file to write");
            }

            OutputFile? other = written[..place].FirstOrDefault(other => other.Option != output.Option && WholeFile.AreSame(other.Path!, output.Path!));
            if (other is not null)
            {
                throw new UsageException($"{other.Option} and {output.Option} both name {other.Path}; give two files");
            }
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

        Try(option, () => WholeFile.CheckFolder(folder));
    }

    /// <summary>Whether the name of a file ends in <paramref name="ending"/>, in capitals or not.</summary>
    public static bool HasEnding(string path, string ending) => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    private static void Try(string option, Action check)
    {
        try
        {
            check();
        }
        catch (DataException exception)
        {
            throw new DataException($"{option} {exception.Message}", exception);
        }
    }
}
