using System.ComponentModel;
using System.Diagnostics;

namespace LoopNet.Cli;

/// <summary>The default browser of the system.</summary>
internal static class Browser
{
    /// <summary>Shows a file in it; where there is none, a note says so, and the file stays.</summary>
    /// <param name="path">The file.</param>
    /// <param name="terminal">Where the note goes.</param>
    public static void Open(string path, Terminal terminal)
    {
        try
        {
            using Process? browser = Process.Start(new ProcessStartInfo(Path.GetFullPath(path)) { UseShellExecute = true });
        }
        catch (Exception exception) when (exception is Win32Exception or PlatformNotSupportedException or FileNotFoundException)
        {
            terminal.Note($"no browser could be started ({exception.Message}); open {path} yourself");
        }
    }
}
