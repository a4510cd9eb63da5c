using Microsoft.Win32.SafeHandles;

namespace LoopNet.Files;

/// <summary>
/// A file that grows beside its place, under the name <c>NAME.PROCESS.part</c>, and takes its place when it is whole.
/// </summary>
/// <remarks>
/// The name has the number of the process, so that two processes never write to one file. What a killed process left is removed by the next
/// that writes to the same place; what this process has not finished goes when it ends, by <see cref="Environment.Exit"/> too.
/// </remarks>
internal sealed class UnfinishedFile : IDisposable
{
    private const string Ending = ".part";
    private const int MostNumbers = 100;
    private const FileShare Shared = FileShare.ReadWrite | FileShare.Delete;

    private static readonly Lock Gate = new();
    private static readonly HashSet<UnfinishedFile> Growing = [];

    private readonly string _target;

    // Held open as long as the file grows: its lock tells others, in other containers too, that somebody is at work.
    private readonly SafeFileHandle _lock;

    static UnfinishedFile() => AppDomain.CurrentDomain.ProcessExit += (_, _) => RemoveAll();

    private UnfinishedFile(string target, string path, SafeFileHandle held)
    {
        _target = target;
        Path = path;
        _lock = held;
    }

    /// <summary>Where the file grows; it is there, and empty at first.</summary>
    public string Path { get; }

    /// <summary>Begins a file.</summary>
    /// <param name="target">Its place, with links followed.</param>
    /// <exception cref="IOException">It cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be made.</exception>
    public static UnfinishedFile For(string target)
    {
        LeftOvers.Remove(target, IsGrowing);
        for (int number = 1; ; number++)
        {
            string again = number == 1 ? "" : Invariant($"-{number}");
            string path = Invariant($"{target}.{Environment.ProcessId}{again}{Ending}");
            try
            {
                return Made(target, path);
            }
            catch (IOException) when (number < MostNumbers && (File.Exists(path) || Directory.Exists(path)))
            {
                // Another thread writes to the same place, or the name is taken.
            }
        }
    }

    /// <summary>Writes the content to the disk, which a system that stops would lose otherwise.</summary>
    public void Flush()
    {
        using SafeFileHandle written = File.OpenHandle(Path, FileMode.Open, FileAccess.ReadWrite, Shared);
        RandomAccess.FlushToDisk(written);
    }

    /// <summary>Gives the file its name, in one move; a file that is replaced leaves it its permissions.</summary>
    /// <exception cref="IOException">It cannot, or its place has become one that no file can be kept at.</exception>
    public void TakePlace()
    {
        FilePlace.Refuse(_target, _target);
        if (!OperatingSystem.IsWindows() && File.Exists(_target))
        {
            File.SetUnixFileMode(Path, File.GetUnixFileMode(_target));
        }

        lock (Gate)
        {
            File.Move(Path, _target, overwrite: true);
            Growing.Remove(this);
        }

        FolderFlush.Of(System.IO.Path.GetDirectoryName(_target)!);
    }

    /// <summary>Removes the file where it has not taken its place.</summary>
    public void Dispose()
    {
        _lock.Dispose();
        lock (Gate)
        {
            if (Growing.Remove(this))
            {
                Remove(Path);
            }
        }
    }

    private static UnfinishedFile Made(string target, string path)
    {
        lock (Gate)
        {
            // Never a file that is there, and never through a link that somebody laid.
            using FileStream made = new(path, Options(target));
            UnfinishedFile file = new(target, path, File.OpenHandle(path, FileMode.Open, FileAccess.Read, Shared));
            Growing.Add(file);
            return file;
        }
    }

    // Nothing is begun and nothing takes its place any more once this has run: the lock is kept until the process is gone. It is waited for, but not for ever: the
    // disk may be one that does not answer.
    private static void RemoveAll()
    {
        _ = Gate.TryEnter(TimeSpan.FromMilliseconds(100));
        foreach (UnfinishedFile file in Growing)
        {
            Remove(file.Path);
        }
    }

    private static bool IsGrowing(string path)
    {
        lock (Gate)
        {
            return Growing.Any(file => file.Path == path);
        }
    }

    private static FileStreamOptions Options(string target)
    {
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = Shared, BufferSize = 0 };
        if (!OperatingSystem.IsWindows() && File.Exists(target))
        {
            // What others may not read, they do not read while it grows.
            options.UnixCreateMode = File.GetUnixFileMode(target) | UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            // What went wrong first is what the person has to know.
        }
    }
}
