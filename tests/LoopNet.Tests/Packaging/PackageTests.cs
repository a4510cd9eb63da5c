using System.IO.Compression;
using System.Xml.Linq;
using LoopNet.Tests.Cli;

namespace LoopNet.Tests.Packaging;

/// <summary>The packages: what they hold, and that the installed tool does what the command does.</summary>
public sealed class PackageTests(InstalledTool tool) : IClassFixture<InstalledTool>
{
    [Fact]
    public void Train_OfTheInstalledTool_Trains()
    {
        CommandRun run = tool.Run("train", "--limit", "1000", "--epochs", "1");

        Assert.True(run.Status == 0, run.Error);
        Assert.Contains("test accuracy", run.Output, StringComparison.Ordinal);
        Assert.Contains("SHA-256", run.Output, StringComparison.Ordinal);
    }

    // The shipped examples and notations came along.
    [Fact]
    public void Trace_OfTheInstalledTool_IsThatOfTheClone()
    {
        CommandRun run = tool.Run("trace", "tiny", "--out", "-");
        CommandRun noted = tool.Run("explain", "mazur", "dE/dw5", "--notation", "mazur");

        Assert.True(run.Status == 0, run.Error);
        Assert.Equal(Repository.Read("traces/tiny.trace.txt"), run.Output);
        Assert.True(noted.Status == 0, noted.Error);
        Assert.StartsWith("dE/dw5 = ", noted.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_OfTheInstalledTool_GradesAnswersAndVerifiesTraces()
    {
        CommandRun answers = tool.Run("check", "mazur", Path.Combine(Repository.Top, "docs", "examples", "answers", "mazur.json"));
        CommandRun trace = tool.Run("check", Path.Combine(Repository.Top, "traces", "mazur.trace.jsonl"));

        Assert.Equal(1, answers.Status);
        Assert.Contains("The first wrong number is", answers.Output, StringComparison.Ordinal);
        Assert.True(trace.Status == 0, trace.Error);
        Assert.Contains("the trace follows", trace.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Exercise_OfTheInstalledTool_IsThatOfTheClone()
    {
        string[] exercise = ["exercise", "--layers", "2,1", "--for", "0042"];
        CommandRun run = tool.Run(exercise);

        Assert.True(run.Status == 0, run.Error);
        Assert.Equal(CommandRun.Of(exercise).Output, run.Output);
    }

    [Theory]
    [InlineData("LoopNet.Tool", "tools/net10.0/any/LoopNet.Cli.dll")]
    [InlineData("LoopNet", "lib/net10.0/LoopNet.dll")]
    [InlineData("LoopNet.Tracing", "lib/net10.0/LoopNet.Tracing.dll")]
    public void Package_OfEachKind_HasReadmeLicenceDescriptionAndSymbols(string name, string assembly)
    {
        string path = tool.PackageOf(name);
        using ZipArchive package = ZipFile.OpenRead(path);
        using Stream description = package.GetEntry($"{name}.nuspec")!.Open();
        XElement metadata = XDocument.Load(description).Root!.Elements().First();
        string Of(string element) => metadata.Elements().First(child => child.Name.LocalName == element).Value;

        Assert.NotNull(package.GetEntry(assembly));
        Assert.NotNull(package.GetEntry("README.md"));
        Assert.NotNull(package.GetEntry("LICENSE"));
        Assert.Equal("MIT", Of("license"));
        Assert.Equal("README.md", Of("readme"));
        Assert.DoesNotContain("Package Description", Of("description"), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.ChangeExtension(path, ".snupkg")) || package.GetEntry(Path.ChangeExtension(assembly, ".pdb")) is not null, "there are symbols");
        if (name != "LoopNet.Tool")
        {
            Assert.NotNull(package.GetEntry(Path.ChangeExtension(assembly, ".xml")));
        }
    }

    // LoopNet has no package, and the libraries ask for no tool of the build.
    [Theory]
    [InlineData("LoopNet", "")]
    [InlineData("LoopNet.Tracing", "LoopNet, Serilog, Serilog.Sinks.File")]
    public void Dependencies_OfALibrary_AreThoseThatItNeeds(string name, string dependencies)
    {
        using ZipArchive package = ZipFile.OpenRead(tool.PackageOf(name));
        using Stream description = package.GetEntry($"{name}.nuspec")!.Open();
        IEnumerable<string> found = XDocument.Load(description).Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => element.Attribute("id")!.Value);

        Assert.Equal(dependencies, string.Join(", ", found.Order(StringComparer.Ordinal)));
    }
}
