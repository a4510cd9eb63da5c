using System.Diagnostics;

namespace LoopNet.Tests.Data;

/// <summary>A process that is gone.</summary>
internal static class EndedProcess
{
    /// <summary>Its number.</summary>
    public static int Number()
    {
        using Process process = Process.Start(OperatingSystem.IsWindows() ? "hostname" : "true");
        process.WaitForExit();
        return process.Id;
    }
}
