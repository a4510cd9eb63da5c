using System.Text;

namespace LoopNet.Data;

/// <summary>Writes a file that appears whole or not at all.</summary>
/// <remarks>
/// The content goes to a file beside the target first, which then takes the target's place in one move. A link stays a link, the
/// permissions of a file that is replaced stay its own, and what is no file but a device or the like is refused.
/// </remarks>
public static class WholeFile
{
    private static readonly string[] SystemFolders = ["/dev/", "/proc/", "/sys/"];

    /// <summary>The file that a path stands for, with links followed.</summary>
    /// <param name="path">A path, which need not exist.</param>
    public static string Target(string path)
    {
        FileSystemInfo? target = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true) : null;
        return target?.FullName ?? Path.GetFullPath(path);
    }

    /// <summary>Refuses a path at which no file can be kept.</summary>
    /// <param name="path">Where a file is to be.</param>
    /// <exception cref="DataException">It is a folder, or a place of the system such as a device.</exception>
    public static void Refuse(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (Directory.Exists(path))
        {
            throw new DataException($"{path}: this is a folder; give the name of a file to write.");
        }

        if (!OperatingSystem.IsWindows() && SystemFolders.Any(folder => Path.GetFullPath(path).StartsWith(folder, StringComparison.Ordinal)))
        {
            throw new DataException($"{path}: this is a place of the system, where no file can be kept; give the name of a file in another folder.");
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
        string unfinished = $"{target}.{Environment.ProcessId}.part";
        try
        {
            using (FileStream stream = new(unfinished, FileMode.Create, FileAccess.Write))
            {
                write(stream);
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
