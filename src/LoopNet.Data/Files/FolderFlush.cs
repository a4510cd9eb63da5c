using System.Runtime.InteropServices;
using System.Text;

namespace LoopNet.Files;

/// <summary>Writes a folder to the disk: without that, a new name may be lost with the power although its file is not.</summary>
internal static class FolderFlush
{
    /// <summary>Flushes a folder, where the system can; it is no error where it cannot.</summary>
    public static void Of(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        try
        {
            int handle = Open(Encoding.UTF8.GetBytes($"{folder}\0"), flags: 0);
            if (handle >= 0)
            {
                _ = Flush(handle);
                _ = Close(handle);
            }
        }
        catch (TypeLoadException)
        {
            // A C library of another name.
        }
    }

    [DllImport("libc", EntryPoint = "open")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Flush(int handle);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
