namespace LoopNet.Tests.Vectorized;

/// <summary>The literal code stays literal: it does not know of the twin.</summary>
public class LiteralCodeTests
{
    [Fact]
    public void LiteralCode_AnyFile_KnowsNothingOfTheTwin()
    {
        string folder = Path.Combine(Repository.Top, "src", "LoopNet");
        string twin = Path.Combine(folder, "Vectorized");
        string[] files = [.. Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories).Where(file => !file.StartsWith(twin, StringComparison.Ordinal) && !IsBuilt(folder, file))];
        string[] words = ["Vectorized", "Lanes", "Hardware", "twin", "unsafe", "pointer", "Parallel", "fast"];

        Assert.True(files.Length > 30);
        foreach (string file in files)
        {
            string text = File.ReadAllText(file);
            Assert.All(words, word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
        }
    }

    private static bool IsBuilt(string folder, string file)
    {
        string first = Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar)[0];
        return first is "bin" or "obj";
    }
}
