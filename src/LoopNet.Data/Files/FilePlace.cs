namespace LoopNet.Files;

/// <summary>A place at which a file is to be written: where a path leads, and what speaks against writing there.</summary>
internal static class FilePlace
{
    // As many as Linux follows.
    private const int MostLinks = 40;

    private const UnixFileMode AnyWrite = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    private static readonly string[] SystemFolders = ["/dev/", "/proc/", "/sys/"];
    private static readonly string[] MemoryFolders = ["/dev/shm/"];

    private static StringComparison Comparison => OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>The path that is left when every link is followed, those of folders on the way too.</summary>
    /// <param name="path">A path, which need not exist.</param>
    /// <exception cref="FilePlaceException">Links lead in a circle; the message is the sentence to print.</exception>
    public static string Resolve(string path)
    {
        string full = Path.GetFullPath(path);
        string resolved = Path.GetPathRoot(full)!;
        Stack<string> open = new(Parts(full[resolved.Length..]));
        for (int links = 0; open.TryPop(out string? part);)
        {
            if (part == "..")
            {
                resolved = Path.GetDirectoryName(resolved) ?? resolved;
                continue;
            }

            string next = Path.Join(resolved, part);
            if (new FileInfo(next).LinkTarget is not string target)
            {
                resolved = next;
                continue;
            }

            links++;
            if (links > MostLinks)
            {
                throw new FilePlaceException($"{path}: this is a link that cannot be followed (it leads in a circle); remove it or choose another place.");
            }

            string root = Path.IsPathRooted(target) ? Path.GetPathRoot(target)! : "";
            resolved = root.Length > 0 ? root : resolved;
            foreach (string inner in Parts(target[root.Length..]))
            {
                open.Push(inner);
            }
        }

        return resolved;
    }

    /// <summary>Refuses a place at which no file can be kept, or at which one must stay as it is.</summary>
    /// <param name="path">The path as a person wrote it, for the message.</param>
    /// <param name="target">Where it leads.</param>
    /// <exception cref="FilePlaceException">The message is the sentence to print.</exception>
    public static void Refuse(string path, string target)
    {
        if (Directory.Exists(target))
        {
            throw new FilePlaceException($"{path}: this is a folder, where a file is to be written; remove it or choose another place.");
        }

        if (IsOfTheSystem(Path.GetFullPath(path)) || IsOfTheSystem(target))
        {
            throw new FilePlaceException($"{path}: this is a place of the system, where no file can be kept; give the name of a file in another folder.");
        }

        if (FileStatus.Of(target) is { IsRegular: false } status)
        {
            throw NoFile(path, status.IsSocket ? "a socket" : "a pipe or a device");
        }

        if (File.Exists(target))
        {
            RefuseProtected(path, target);
        }
    }

    /// <summary>Whether two paths lead to the same file: by links, by another spelling, or as two names of one file.</summary>
    /// <exception cref="FilePlaceException">Links lead in a circle; the message is the sentence to print.</exception>
    public static bool AreSame(string first, string second)
    {
        string firstTarget = Resolve(first);
        string secondTarget = Resolve(second);
        if (File.Exists(firstTarget) && File.Exists(secondTarget))
        {
            return string.Equals(firstTarget, secondTarget, Comparison)
                || (FileStatus.Of(firstTarget) is FileStatus known && known.Equals(FileStatus.Of(secondTarget)));
        }

        bool differsInCase = string.Equals(firstTarget, secondTarget, StringComparison.OrdinalIgnoreCase);
        return string.Equals(firstTarget, secondTarget, Comparison) || (differsInCase && IgnoresCase(firstTarget, secondTarget));
    }

    // Whether the folder takes two spellings for one name: it is asked with a file that is there for a moment.
    private static bool IgnoresCase(string first, string second)
    {
        using UnfinishedFile probe = UnfinishedFile.For(first);
        return File.Exists(second + probe.Path[first.Length..]);
    }

    private static IEnumerable<string> Parts(string path)
    {
        char[] separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];
        return path.Split(separators, StringSplitOptions.RemoveEmptyEntries).Where(part => part != ".").Reverse();
    }

    private static bool IsOfTheSystem(string path)
    {
        return !OperatingSystem.IsWindows()
            && SystemFolders.Any(folder => path.StartsWith(folder, StringComparison.Ordinal))
            && !MemoryFolders.Any(folder => path.StartsWith(folder, StringComparison.Ordinal));
    }

    // Renaming replaces a file whatever its permissions; they are kept to nevertheless, by the administrator too.
    private static void RefuseProtected(string path, string target)
    {
        bool isProtected = OperatingSystem.IsWindows()
            ? File.GetAttributes(target).HasFlag(FileAttributes.ReadOnly)
            : (File.GetUnixFileMode(target) & AnyWrite) == UnixFileMode.None;
        if (isProtected)
        {
            throw new FilePlaceException($"{path}: this file is write-protected, and is not replaced; allow writing to it or choose another place.");
        }

        try
        {
            // Opened for reading and writing, a pipe does not wait for its other end, on systems that did not tell what it is.
            using FileStream stream = new(target, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            if (stream.CanSeek)
            {
                return;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FilePlaceException($"{path}: the file cannot be written ({exception.Message})", exception);
        }

        throw NoFile(path, "a pipe or a device");
    }

    private static FilePlaceException NoFile(string path, string kind)
    {
        return new FilePlaceException($"{path}: this is {kind}, where a file is to be written; remove it or choose another place.");
    }
}
