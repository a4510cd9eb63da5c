using System.Xml.Linq;

namespace LoopNet.Tests;

/// <summary>The lists of banned symbols: the analyser reads a list only under a name of the form that it looks for.</summary>
public class BannedSymbolsTests
{
    // A name that is written wrong bans nothing, and the analyser does not say so.
    [Fact]
    public void EverySymbol_OfEachList_IsInTheFramework()
    {
        foreach (string line in EveryList().Distinct(StringComparer.Ordinal).SelectMany(File.ReadAllLines))
        {
            string symbol = line[..line.IndexOf(';', StringComparison.Ordinal)];
            Assert.True(IsInTheFramework(symbol[0], symbol[2..].Split('(')[0]), symbol);
        }
    }

    [Fact]
    public void ProjectsThatComputeResults_HaveTheListOfFunctions()
    {
        foreach (string project in new string[] { "LoopNet", "LoopNet.Tracing", "LoopNet.Checking", "LoopNet.Spreadsheets", "LoopNet.Verifying" })
        {
            string[] lists = [.. Lists(Path.Combine(Repository.Top, "src", project, $"{project}.csproj"))];

            Assert.Equal(["BannedSymbols.Functions.txt"], lists.Select(Path.GetFileName));
        }
    }

    [Fact]
    public void EveryList_OfAProjectOrOfAll_HasTheNameThatTheAnalyserLooksFor()
    {
        string[] lists = [.. EveryList()];

        Assert.NotEmpty(lists);
        foreach (string list in lists)
        {
            string name = Path.GetFileName(list);
            Assert.True(name.StartsWith("BannedSymbols.", StringComparison.Ordinal) && name.EndsWith(".txt", StringComparison.Ordinal), name);
            Assert.True(File.Exists(list), list);
            Assert.All(File.ReadAllLines(list), line => Assert.Matches(@"^[MPTF]:[^;]+;.+$", line));
        }
    }

    private static bool IsInTheFramework(char kind, string name)
    {
        if (kind == 'T')
        {
            return TypeNamed(name) is not null;
        }

        int dot = name.LastIndexOf('.');
        return TypeNamed(name[..dot]) is Type type && type.GetMember(name[(dot + 1)..]).Length > 0;
    }

    // The name of a nested type has a dot there, and a plus here.
    private static Type? TypeNamed(string name)
    {
        int dot = name.LastIndexOf('.');
        return typeof(Math).Assembly.GetType(name) ?? typeof(Math).Assembly.GetType($"{name[..dot]}+{name[(dot + 1)..]}");
    }

    private static IEnumerable<string> EveryList()
    {
        string[] projects = Directory.GetFiles(Repository.Top, "*.csproj", SearchOption.AllDirectories);
        return projects.Append(Path.Combine(Repository.Top, "Directory.Build.props")).SelectMany(Lists).Select(Path.GetFullPath);
    }

    private static IEnumerable<string> Lists(string file)
    {
        string folder = Path.GetDirectoryName(file)!;
        IEnumerable<string> names = XDocument.Load(file).Descendants("AdditionalFiles").Select(element => element.Attribute("Include")!.Value);
        return names.Select(name => Path.Combine(folder, name.Replace("$(MSBuildThisFileDirectory)", "", StringComparison.Ordinal)));
    }
}
