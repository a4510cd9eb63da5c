using Microsoft.CodeAnalysis;
using Xunit.Abstractions;

namespace LoopNet.Tests.Structure;

/// <summary>Which projects and folders may depend on which: arrows run in one direction.</summary>
public class FolderTests(ITestOutputHelper output)
{
    /// <summary>What each project may reference; nothing else.</summary>
    private static readonly Dictionary<string, string[]> AllowedReferences = new(StringComparer.Ordinal)
    {
        ["LoopNet"] = [],
        ["LoopNet.Data"] = ["LoopNet"],
        ["LoopNet.Tracing"] = ["LoopNet"],
        ["LoopNet.Checking"] = ["LoopNet", "LoopNet.Tracing"],
        ["LoopNet.Verifying"] = ["LoopNet"],
        ["LoopNet.Spreadsheets"] = ["LoopNet", "LoopNet.Checking", "LoopNet.Data", "LoopNet.Tracing"],
        ["LoopNet.Cli"] = ["LoopNet", "LoopNet.Checking", "LoopNet.Data", "LoopNet.Spreadsheets", "LoopNet.Tracing", "LoopNet.Verifying"],
    };

    public static TheoryData<string> Projects => [.. SourceProject.All.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void References_OfAProject_AreThoseThatItMayHave(string project)
    {
        Assert.All(SourceProject.All[project].References, reference => Assert.Contains(reference, AllowedReferences[project]));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_OfAProject_DependOnEachOtherInOneDirection(string project)
    {
        IReadOnlyList<FolderArrow> arrows = FolderArrows.Of(SourceProject.All[project]);
        output.WriteLine($"{project}, its folders and the files beside them:");
        foreach (IGrouping<string, FolderArrow> from in arrows.GroupBy(arrow => arrow.From, StringComparer.Ordinal))
        {
            output.WriteLine($"    {from.Key} -> {string.Join(", ", from.Select(arrow => arrow.To))}");
        }

        IReadOnlyList<FolderArrow> circles = FolderArrows.OnCircles(arrows);
        Assert.True(circles.Count == 0, string.Join('\n', circles.Select(arrow => $"{arrow}: {arrow.Example}").Prepend($"Circles in {project}:")));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Compilation_OfAProject_LacksNothingButGeneratedCode(string project)
    {
        string[] generated = ["CS8795"]; // the other part of a generated regular expression
        IEnumerable<Diagnostic> declarations = SourceProject.All[project].Compilation.GetDeclarationDiagnostics();

        Assert.DoesNotContain(declarations, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && !generated.Contains(diagnostic.Id));
    }

    [Fact]
    public void OnCircles_OfPlantedBackArrows_AreFound()
    {
        SourceProject made = SourceProject.Of(
            ("Low/Number.cs", "public class Number { public High.Sum? Owner; }"),
            ("High/Sum.cs", "namespace High; public class Sum { public Number[] Terms = []; private Deep D = new(); }"),
            ("High/Inner/Deep.cs", "namespace High; public class Deep { string s = nameof(Sum); }"),
            ("Top.cs", "var top = new High.Sum(); public class Alone { Other? other; }"),
            ("Other.cs", "public class Other { Alone? alone; }"));

        IReadOnlyList<FolderArrow> arrows = FolderArrows.Of(made);

        Assert.Equal(
            ["High -> Low", "High/Inner -> High/Sum.cs", "High/Sum.cs -> High/Inner", "Low -> High", "Top.cs -> High"],
            arrows.Select(arrow => arrow.ToString()));
        Assert.Equal(
            ["High -> Low", "High/Inner -> High/Sum.cs", "High/Sum.cs -> High/Inner", "Low -> High"],
            FolderArrows.OnCircles(arrows).Select(arrow => arrow.ToString()));
    }
}
