namespace LoopNet.Tests.CorrectRounding;

/// <summary>
/// A test that reads the lists of hard cases that stand beside MNIST: in the folder hard-cases next to the one that the environment
/// variable LOOPNET_DATA names. It is skipped where there is no such folder.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class HardCasesFactAttribute : FactAttribute
{
    public HardCasesFactAttribute()
    {
        if (!Directory.Exists(Folder))
        {
            Skip = "LOOPNET_DATA names no folder that has hard-cases beside it";
        }
    }

    /// <summary>The folder, whether or not it is there; empty where the variable is not set.</summary>
    public static string Folder => MnistFactAttribute.Folder.Length == 0 ? "" : Path.Combine(MnistFactAttribute.Folder, "..", "hard-cases");
}
