using System.Text;
using LoopNet.Files;

namespace LoopNet.Data;

/// <summary>Writes a file that appears whole or not at all.</summary>
/// <remarks>
/// The content goes to a file beside the target first, which is flushed to the disk and then takes the target's place in one move. A
/// link stays a link, the permissions of a file that is replaced stay its own, and what is no regular file, or is write-protected, is refused.
/// </remarks>
public static class WholeFile
{
    /// <summary>The file that a path stands for, with all links followed, those of folders too.</summary>
    /// <param name="path">A path, which need not exist.</param>
    /// <exception cref="DataException">Links lead in a circle.</exception>
    public static string Target(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Try(path, () => FilePlace.Resolve(path));
    }

    /// <summary>Refuses a path at which no file can be kept.</summary>
    /// <param name="path">Where a file is to be.</param>
    /// <exception cref="DataException">It leads to a folder, a pipe, a socket, a device, a place of the system, or a file that must not be written.</exception>
    public static void Refuse(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        _ = Try(path, () => Place(path));
    }

    /// <summary>Whether two paths lead to the same file: through links, by another spelling, or as two names of one file.</summary>
    /// <param name="first">A path, which need not exist.</param>
    /// <param name="second">Another.</param>
    /// <exception cref="DataException">Links lead in a circle.</exception>
    public static bool AreSame(string first, string second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return Try(first, () => FilePlace.AreSame(first, second));
    }

    /// <summary>Checks that a file can be written, and leaves what is there as it is.</summary>
    /// <param name="path">Where the file is to be.</param>
    /// <exception cref="DataException">It cannot.</exception>
    public static void Check(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        Try(path, () => UnfinishedFile.For(Place(path)).Dispose());
    }

    /// <summary>Checks that files can be written in a folder, and leaves what is there as it is.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="DataException">None can.</exception>
    public static void CheckFolder(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        Try(folder, () => UnfinishedFile.For(Path.Combine(FilePlace.Resolve(folder), ".loopnet")).Dispose());
    }

    /// <summary>Writes a file, replacing the one that is there.</summary>
    /// <param name="path">Where the file is to be; its folder exists.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="DataException">The file cannot be written; what was there before stays.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(write);
        Try(path, () =>
        {
            using UnfinishedFile file = UnfinishedFile.For(Place(path));
            using (FileStream stream = new(file.Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
            {
                write(stream);
            }

            file.Flush();
            file.TakePlace();
        });
    }

    /// <summary>Writes a text, as UTF-8 without a byte order mark, replacing the file that is there.</summary>
    /// <param name="path">Where the file is to be; its folder exists.</param>
    /// <param name="text">The content.</param>
    /// <exception cref="DataException">The file cannot be written; what was there before stays.</exception>
    public static void Write(string path, string text) => Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    /// <summary>Moves a file that is whole and on the disk to its place, replacing the one that is there.</summary>
    /// <param name="from">Where it is, in the folder of its place.</param>
    /// <param name="path">Where it is to be.</param>
    /// <exception cref="DataException">The file cannot be moved; what was there before stays.</exception>
    public static void Move(string from, string path)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(path);
        Try(path, () =>
        {
            string target = Place(path);
            File.Move(from, target, overwrite: true);
            FolderFlush.Of(Path.GetDirectoryName(target)!);
        });
    }

    private static string Place(string path)
    {
        string target = FilePlace.Resolve(path);
        FilePlace.Refuse(path, target);
        return target;
    }

    private static void Try(string path, Action act)
    {
        _ = Try(path, () =>
        {
            act();
            return true;
        });
    }

    private static T Try<T>(string path, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (FilePlaceException exception)
        {
            throw new DataException(exception.Message, exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new DataException($"{path}: the file cannot be written ({exception.Message})", exception);
        }
    }
}
