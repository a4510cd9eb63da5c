using System.Runtime.InteropServices;
using System.Text;

namespace LoopNet.Files;

/// <summary>What stands at a path, asked without opening it: opening a pipe may wait for ever, and opening a device may move it.</summary>
/// <param name="IsRegular">Whether it is a regular file: no folder, link, pipe, socket or device.</param>
/// <param name="IsSocket">Whether it is a socket.</param>
/// <param name="Device">The file system that it is on.</param>
/// <param name="Inode">Its number there; two names with the same device and number are one file.</param>
internal readonly record struct FileStatus(bool IsRegular, bool IsSocket, ulong Device, ulong Inode)
{
    // The system call statx, whose numbers are the same on every processor: statx(2), linux/stat.h.
    private const int CurrentFolder = -100;
    private const int NoFollow = 0x100;
    private const uint BasicFields = 0x7FF;
    private const int Length = 256;
    private const int ModeOffset = 28;
    private const int InodeOffset = 32;
    private const int DeviceOffset = 136;
    private const int KindMask = 0xF000;
    private const int Regular = 0x8000;
    private const int Socket = 0xC000;

    /// <summary>Asks for what stands at a path; a link is not followed. Null where nothing does, or where the system is not Linux.</summary>
    public static FileStatus? Of(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        byte[] status = new byte[Length];
        try
        {
            if (Statx(CurrentFolder, Encoding.UTF8.GetBytes($"{path}\0"), NoFollow, BasicFields, status) != 0)
            {
                return null;
            }
        }
        catch (TypeLoadException)
        {
            // A C library of another name, or from before 2018.
            return null;
        }

        int kind = BitConverter.ToUInt16(status, ModeOffset) & KindMask;
        ulong device = BitConverter.ToUInt64(status, DeviceOffset);
        return new FileStatus(kind == Regular, kind == Socket, device, BitConverter.ToUInt64(status, InodeOffset));
    }

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Statx(int folder, byte[] path, int flags, uint mask, byte[] status);
}
