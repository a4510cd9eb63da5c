using System.Xml.Linq;

namespace LoopNet.Tests;

/// <summary>The lists of banned symbols: the analyser reads a list only under a name of the form that it looks for.</summary>
public class BannedSymbolsTests
{
    [Fact]
    public void EveryList_OfAProjectOrOfAll_HasTheNameThatTheAnalyserLooksFor()
    {
        string[] projects = Directory.GetFiles(Repository.Top, "*.csproj", SearchOption.AllDirectories);
        string[] lists = [.. projects.Append(Path.Combine(Repository.Top, "Directory.Build.props")).SelectMany(Lists)];

        Assert.NotEmpty(lists);
        foreach (string list in lists)
        {
            string name = Path.GetFileName(list);
            Assert.True(name.StartsWith("BannedSymbols.", StringComparison.Ordinal) && name.EndsWith(".txt", StringComparison.Ordinal), name);
            Assert.True(File.Exists(list), list);
            Assert.All(File.ReadAllLines(list), line => Assert.Matches(@"^[MPTF]:[^;]+;.+$", line));
        }
    }

    private static IEnumerable<string> Lists(string file)
    {
        string folder = Path.GetDirectoryName(file)!;
        IEnumerable<string> names = XDocument.Load(file).Descendants("AdditionalFiles").Select(element => element.Attribute("Include")!.Value);
        return names.Select(name => Path.Combine(folder, name.Replace("$(MSBuildThisFileDirectory)", "", StringComparison.Ordinal)));
    }
}
