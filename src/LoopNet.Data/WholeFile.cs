using System.Text;
using Microsoft.Win32.SafeHandles;

namespace LoopNet.Data;

/// <summary>Writes a file that appears whole or not at all.</summary>
/// <remarks>
/// The content goes to a file beside the target first, which then takes the target's place in one move. A link stays a link, the
/// permissions of a file that is replaced stay its own, and what is no ordinary file, or must not be written, is refused.
/// </remarks>
public static class WholeFile
{
    private static readonly string[] SystemFolders = ["/dev/", "/proc/", "/sys/"];

    /// <summary>The file that a path stands for, with links followed.</summary>
    /// <param name="path">A path, which need not exist.</param>
    /// <exception cref="DataException">A link leads in a circle.</exception>
    public static string Target(string path)
    {
        string full = Path.GetFullPath(path);
        try
        {
            return new FileInfo(full).LinkTarget is null ? full : File.ResolveLinkTarget(full, returnFinalTarget: true)!.FullName;
        }
        catch (IOException exception)
        {
            throw new DataException($"{path}: this is a link that cannot be followed ({exception.Message.TrimEnd('.')}); remove it or choose another place.", exception);
        }
    }

    /// <summary>Refuses a path at which no file can be kept.</summary>
    /// <param name="path">Where a file is to be.</param>
    /// <exception cref="DataException">It is, or leads to, a folder, a pipe, a device, a place of the system, or a file that must not be written.</exception>
    public static void Refuse(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        string target = Target(path);
        if (Directory.Exists(target))
        {
            throw new DataException($"{path}: this is a folder, where a file is to be written; remove it or choose another place.");
        }

        if (!OperatingSystem.IsWindows() && SystemFolders.Any(folder => target.StartsWith(folder, StringComparison.Ordinal)))
        {
            throw new DataException($"{path}: this is a place of the system, where no file can be kept; give the name of a file in another folder.");
        }

        if (File.Exists(target) && !IsOrdinary(target, path))
        {
            throw new DataException($"{path}: this is a pipe or a device, where a file is to be written; remove it or choose another place.");
        }
    }

    /// <summary>Writes a file, replacing the one that is there.</summary>
    /// <param name="path">Where the file is to be; its folder exists.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="DataException">The file cannot be written; what was there before stays.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(write);
        Refuse(path);
        Replace(path, Target(path), write);
    }

    /// <summary>Writes a text, as UTF-8 without a byte order mark, replacing the file that is there.</summary>
    /// <param name="path">Where the file is to be; its folder exists.</param>
    /// <param name="text">The content.</param>
    /// <exception cref="DataException">The file cannot be written; what was there before stays.</exception>
    public static void Write(string path, string text) => Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    private static void Replace(string path, string target, Action<Stream> write)
    {
        string unfinished = Invariant($"{target}.{Environment.ProcessId}.part");
        try
        {
            using (FileStream stream = new(unfinished, FileMode.Create, FileAccess.Write))
            {
                write(stream);
            }

            using (SafeFileHandle written = File.OpenHandle(unfinished, FileMode.Open, FileAccess.ReadWrite))
            {
                RandomAccess.FlushToDisk(written);
            }

            if (!OperatingSystem.IsWindows() && File.Exists(target))
            {
                File.SetUnixFileMode(unfinished, File.GetUnixFileMode(target));
            }

            File.Move(unfinished, target, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            Remove(unfinished);
            throw new DataException($"{path}: the file cannot be written ({exception.Message})", exception);
        }
        catch
        {
            Remove(unfinished);
            throw;
        }
    }

    // Opened for reading and writing, a pipe does not wait for its other end.
    private static bool IsOrdinary(string target, string path)
    {
        try
        {
            using FileStream stream = new(target, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            if (stream.CanSeek && stream.Length == 0)
            {
                // An empty file takes this; a device, which has no length either, refuses.
                stream.SetLength(0);
            }

            return stream.CanSeek;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DataException($"{path}: the file cannot be written ({exception.Message})", exception);
        }
    }

    private static void Remove(string unfinished)
    {
        try
        {
            File.Delete(unfinished);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            // What went wrong first is what the person has to know.
        }
    }
}
