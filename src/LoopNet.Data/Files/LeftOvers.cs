using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Win32.SafeHandles;

namespace LoopNet.Files;

/// <summary>Unfinished files of processes that were killed.</summary>
internal static class LeftOvers
{
    /// <summary>Removes those beside a place whose process is gone and which nobody holds.</summary>
    /// <param name="target">The place, with links followed.</param>
    /// <param name="isGrowing">Whether this process is at work on a file.</param>
    public static void Remove(string target, Func<string, bool> isGrowing)
    {
        string pattern = $@"^{Regex.Escape(Path.GetFileName(target))}\.(?<process>\d+)(-\d+)?\.part$";
        Regex names = new(pattern, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        try
        {
            foreach (string path in Directory.EnumerateFiles(Path.GetDirectoryName(target)!))
            {
                Match match = names.Match(Path.GetFileName(path));
                if (int.TryParse(match.Groups["process"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int process)
                    && !isGrowing(path) && IsGone(process) && IsHeldByNobody(path))
                {
                    File.Delete(path);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A folder that must not be listed can be written to all the same; what lies there stays.
        }
    }

    // A file of this process's number that it does not work on is of an earlier process with the same number.
    private static bool IsGone(int process)
    {
        if (process == Environment.ProcessId)
        {
            return true;
        }

        try
        {
            using Process found = Process.GetProcessById(process);
            return IsZombie(process);
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    // A process that has ended stays listed until its parent asks for its status.
    private static bool IsZombie(int process)
    {
        try
        {
            return File.ReadAllText(Invariant($"/proc/{process}/stat")).Contains(") Z ", StringComparison.Ordinal);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // A process in another container has a number that means nothing here; but its lock does.
    private static bool IsHeldByNobody(string path)
    {
        if (FileStatus.Of(path) is { IsRegular: false })
        {
            return false;
        }

        try
        {
            using SafeFileHandle alone = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
