namespace LoopNet.Tests.Data;

/// <summary>A test that needs Python with NumPy, which neither build nor other tests do.</summary>
public sealed class NumPyFactAttribute : FactAttribute
{
    private static readonly string? Found = PythonWith.Library("numpy");

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
    public static string RunIn(string folder, params string[] args) => PythonWith.RunIn(Found!, folder, args);
}
