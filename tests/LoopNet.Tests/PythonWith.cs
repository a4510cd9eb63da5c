using System.Diagnostics;

namespace LoopNet.Tests;

/// <summary>A Python with a library, for tests that need one.</summary>
public static class PythonWith
{
    /// <summary>The first Python that has a library; null where none has it. Whether it is there is known without loading it.</summary>
    public static string? Library(string name)
    {
        return Array.Find(["python3", "/usr/bin/python3"], python => Succeeds(python, "-c", $"import importlib.util, sys; sys.exit(importlib.util.find_spec('{name}') is None)"));
    }

    /// <summary>Runs Python in a folder.</summary>
    /// <returns>What it printed.</returns>
    public static string RunIn(string python, string folder, params string[] args)
    {
        ProcessStartInfo start = new(python, args) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error.Result);
        return output.Trim();
    }

    private static bool Succeeds(string python, params string[] args)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(python, args) { UseShellExecute = false, RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
