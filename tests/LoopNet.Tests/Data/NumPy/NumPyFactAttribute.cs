using System.Diagnostics;

namespace LoopNet.Tests.Data;

/// <summary>A test that needs Python with NumPy, which neither build nor other tests do.</summary>
public sealed class NumPyFactAttribute : FactAttribute
{
    private static readonly string? Found = Find();

    public NumPyFactAttribute()
    {
        if (Found is null)
        {
            Skip = "There is no python3 with NumPy (on Debian: apt-get install python3-numpy).";
        }
    }

    /// <summary>Runs the script beside this file.</summary>
    /// <returns>What it printed.</returns>
    public static string Run(string folder, params string[] args)
    {
        return RunIn(folder, [Path.Combine(Repository.Top, "tests", "LoopNet.Tests", "Data", "NumPy", "numpy_files.py"), folder, .. args]);
    }

    /// <summary>Runs Python in a folder.</summary>
    /// <returns>What it printed.</returns>
    public static string RunIn(string folder, params string[] args)
    {
        ProcessStartInfo start = new(Found!, args) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using Process python = Process.Start(start)!;
        string output = python.StandardOutput.ReadToEnd();
        string error = python.StandardError.ReadToEnd();
        python.WaitForExit();
        Assert.True(python.ExitCode == 0, error);
        return output.Trim();
    }

    private static string? Find() => Array.Find(["python3", "/usr/bin/python3"], HasNumPy);

    private static bool HasNumPy(string python)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(python, ["-c", "import numpy"]) { UseShellExecute = false, RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
