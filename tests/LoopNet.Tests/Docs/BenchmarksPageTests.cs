using System.Text.RegularExpressions;

namespace LoopNet.Tests;

/// <summary>What the page on benchmarks names is there, and what the comparison needs is named on the page.</summary>
public partial class BenchmarksPageTests
{
    private const string Folder = "tests/LoopNet.Benchmarks";

    // The parts of Python's own library that the scripts import.
    private static readonly HashSet<string> OwnLibrary =
        new(StringComparer.Ordinal) { "argparse", "ctypes", "gzip", "os", "platform", "re", "shutil", "statistics", "subprocess", "sys", "tempfile", "time" };

    private static string Page => Repository.Read($"{Folder}/README.md");

    public static TheoryData<string> Scripts => [.. FilesIn("Rivals", ".py")];

    public static TheoryData<string> Sources => [.. FilesIn("Rivals", ".c").Concat(FilesIn("Rivals", ".cpp")).Concat(FilesIn("Rivals", ".h"))];

    [Fact]
    public void EveryLink_OnThePage_LeadsToAFile()
    {
        MatchCollection links = Links().Matches(Page);

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.True(File.Exists(PathOf(link.Groups[1].Value)), link.Value));
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public void EveryFile_ThatAScriptStarts_IsThere(string script)
    {
        string text = Repository.Read($"{Folder}/Rivals/{script}").Replace("{document}", "003", StringComparison.Ordinal);

        Assert.All(QuotedFiles().Matches(text), file => Assert.True(File.Exists(PathOf($"Rivals/{file.Groups[1].Value}")), file.Value));
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public void EveryImport_OfAScript_IsItsNeighbourOrPythonsOwnOrNamedOnThePage(string script)
    {
        foreach (Match import in Imports().Matches(Repository.Read($"{Folder}/Rivals/{script}")))
        {
            string module = import.Groups[1].Value;
            bool isKnown = File.Exists(PathOf($"Rivals/{module}.py")) || OwnLibrary.Contains(module) || Page.Contains($"python3-{module}", StringComparison.Ordinal);
            Assert.True(isKnown, $"{script} imports {module}, which the page does not name");
        }
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void EveryHeader_OfARival_IsThere(string source)
    {
        MatchCollection headers = Headers().Matches(Repository.Read($"{Folder}/Rivals/{source}"));

        Assert.All(headers, header => Assert.True(File.Exists(PathOf($"Rivals/{header.Groups[1].Value}")), header.Value));
    }

    [Fact]
    public void EveryToolAndPackage_OfTheComparison_IsNamedOnThePage()
    {
        string machine = Repository.Read($"{Folder}/Rivals/machine.py");
        IEnumerable<string> tools = RequiredTools().Matches(machine).Select(match => match.Groups[1].Value);
        IEnumerable<string> packages = Packages().Matches(machine + Repository.Read($"{Folder}/Rivals/compare.py"))
            .SelectMany(match => match.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        string[] needed = [.. tools.Concat(packages).Distinct()];

        Assert.Superset(new HashSet<string>(["gcc", "g++", "dotnet", "python3-numpy", "libopenblas0"]), new HashSet<string>(needed));
        Assert.All(needed, name => Assert.Contains(name, Page, StringComparison.Ordinal));
    }

    [Fact]
    public void EveryRivalAndEveryBenchmark_IsNamedOnThePage()
    {
        string[] rivals = [.. FilesIn("Rivals", ".c").Concat(FilesIn("Rivals", ".cpp")).Concat(FilesIn("Rivals", "_numpy.py"))];
        string[] benchmarks = [.. FilesIn("Parts", "Benchmark.cs").Select(file => $"`{Path.GetFileNameWithoutExtension(file)}`")];

        Assert.NotEmpty(rivals);
        Assert.NotEmpty(benchmarks);
        Assert.All(rivals.Concat(benchmarks), name => Assert.Contains(name, Page, StringComparison.Ordinal));
    }

    [Fact]
    public void EveryKindOfWork_OnThePage_IsOneThatTheProgramKnows()
    {
        string usage = Repository.Read($"{Folder}/Work/WorkOptions.cs");
        MatchCollection commands = WorkCommands().Matches(Page);

        Assert.NotEmpty(commands);
        Assert.All(commands, command => Assert.Contains($"work {command.Groups[1].Value} FOLDER", usage, StringComparison.Ordinal));
    }

    private static IEnumerable<string> FilesIn(string folder, string end)
    {
        return Directory.GetFiles(PathOf(folder)).Select(path => Path.GetFileName(path)!).Where(name => name.EndsWith(end, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
    }

    private static string PathOf(string path) => Path.Combine(Repository.Top, Folder, path);

    [GeneratedRegex(@"\]\((?!https:)([^)\s]+)\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"""(\w+\.(?:py|c|cpp))""")]
    private static partial Regex QuotedFiles();

    [GeneratedRegex(@"^(?:import|from) (\w+)", RegexOptions.Multiline)]
    private static partial Regex Imports();

    [GeneratedRegex(@"^#include ""([^""]+)""", RegexOptions.Multiline)]
    private static partial Regex Headers();

    [GeneratedRegex(@"require\(""([^""]+)""")]
    private static partial Regex RequiredTools();

    [GeneratedRegex(@"apt install ([a-z0-9+\- ]+)")]
    private static partial Regex Packages();

    [GeneratedRegex(@"-- work ([\w-]+) ")]
    private static partial Regex WorkCommands();
}
