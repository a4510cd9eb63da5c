using System.Text;
using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>Pictures as files.</summary>
internal static class PictureFile
{
    /// <summary>Checks before the work that a picture can be written after it.</summary>
    /// <param name="path">The file, or null where none is asked for.</param>
    /// <param name="option">The option that names it, for the message.</param>
    /// <param name="inputs">The files that are read, which the picture must not replace.</param>
    /// <exception cref="UsageException">It does not end in .svg, its folder is not there, or it is a file that is read.</exception>
    /// <exception cref="DataException">It cannot be written.</exception>
    public static void Check(string? path, string option, params string?[] inputs)
    {
        OutputFile.Check(path, option);
        if (inputs.Any(input => OutputFile.AreSame(input, path)))
        {
            throw new UsageException($"{option} {path}: this file is read, and would be overwritten; give another file to write");
        }

        if (path is not null && !HasEnding(path, ".svg"))
        {
            throw new UsageException($"{option} {path}: the picture is an SVG; give a name that ends in .svg");
        }
    }

    /// <summary>Whether the name of a file ends in <paramref name="ending"/>, in capitals or not.</summary>
    public static bool HasEnding(string path, string ending) => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    /// <summary>Writes a picture or a page, whole or not at all.</summary>
    /// <exception cref="DataException">The file cannot be written.</exception>
    public static void Write(string path, string content) => WholeFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(content)));
}
