using System.Text.RegularExpressions;

namespace LoopNet.Tests.Structure;

/// <summary>What the libraries show to other programs, as their PublicAPI files tell it: the build holds the files to the code.</summary>
public partial class PublicSurfaceTests
{
    public static TheoryData<string> Libraries => [.. Directory.GetDirectories(Path.Combine(Repository.Top, "src")).Select(path => Path.GetFileName(path)).Where(name => name != "LoopNet.Cli")];

    // A package of somebody else would be a part of LoopNet's promise; how a mistake or a trace is found is a matter of its own.
    [Theory]
    [MemberData(nameof(Libraries))]
    public void Surface_OfALibrary_NamesNoTypeOfAPackageAndNoInnerOne(string library)
    {
        string[] lines = [.. Repository.Read($"src/{library}/PublicAPI.Shipped.txt").Split('\n'), .. Repository.Read($"src/{library}/PublicAPI.Unshipped.txt").Split('\n')];

        Assert.Equal("#nullable enable", lines[0]);
        Assert.Contains(lines, line => line.StartsWith("LoopNet.", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => Foreign().IsMatch(line));
    }

    [GeneratedRegex(@"\b(Serilog|CsvHelper|Spectre|StbImageSharp)\.|\.(Sheet|Variant|Shift)\b")]
    private static partial Regex Foreign();
}
