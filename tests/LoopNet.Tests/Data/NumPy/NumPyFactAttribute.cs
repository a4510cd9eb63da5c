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
        string script = Path.Combine(Repository.Top, "tests", "LoopNet.Tests", "Data", "NumPy", "numpy_files.py");
        ProcessStartInfo start = new(Found!, [script, folder, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true };
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
            using Process process = Process.Start(new ProcessStartInfo(python, ["-c", "import numpy"]) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
