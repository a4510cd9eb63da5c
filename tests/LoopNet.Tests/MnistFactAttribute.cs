namespace LoopNet.Tests;

/// <summary>
/// A test that reads the real MNIST from the folder named by the environment variable LOOPNET_DATA. It is skipped only where
/// the variable is not set: where it is set and the files are missing, the test runs and fails.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MnistFactAttribute : FactAttribute
{
    public MnistFactAttribute()
    {
        if (string.IsNullOrEmpty(Folder))
        {
            Skip = "LOOPNET_DATA is not set";
        }
    }

    /// <summary>The folder that holds MNIST's files; empty where the variable is not set.</summary>
    public static string Folder => Environment.GetEnvironmentVariable("LOOPNET_DATA") ?? "";
}
