using System.Diagnostics;

namespace LoopNet.Tests;

/// <summary>A test that needs python3, with its standard library alone; it is skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PythonFactAttribute : FactAttribute
{
    private static readonly bool IsFound = Find();

    public PythonFactAttribute() => Skip = IsFound ? null : "python3 is not found";

    /// <summary>Runs python3.</summary>
    /// <returns>Its exit status, and what it wrote to standard output; what it wrote to standard error is not kept.</returns>
    public static (int Status, string Output) Run(params string[] arguments)
    {
        ProcessStartInfo start = new("python3", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        using Process process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    private static bool Find()
    {
        try
        {
            return Run("--version").Status == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
