namespace LoopNet.Tests;

/// <summary>A test that needs Python with PyTorch; what PyTorch wrote once is tested everywhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TorchFactAttribute : FactAttribute
{
    private static readonly string? Found = PythonWith.Library("torch");

    public TorchFactAttribute() => Skip = Found is null ? "There is no python3 with PyTorch (on Debian: apt-get install --no-install-recommends python3-torch)." : null;

    /// <summary>Runs Python in a folder.</summary>
    /// <returns>What it printed.</returns>
    public static string RunIn(string folder, params string[] args) => PythonWith.RunIn(Found!, folder, args);
}
