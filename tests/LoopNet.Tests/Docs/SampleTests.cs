using System.Text.RegularExpressions;

namespace LoopNet.Tests;

/// <summary>The programs of docs/samples: they compile, run, and print what they are there to show.</summary>
public partial class SampleTests
{
    public static TheoryData<string> Samples => [.. Directory.GetFiles(Path.Combine(Repository.Top, "docs", "samples"), "*.cs").Select(path => Path.GetFileName(path))];

    [Fact]
    public void Train_OfFewDigits_TellsEveryEpochAndAPrediction()
    {
        string printed = FileProgram.Run("docs/samples/train.cs", "300");

        Assert.Matches(@"epoch 1: loss \d\.\d{4}, \d+\.\d %.*\nepoch 2: .*\nepoch 3: ", printed);
        Assert.Matches(@"test digit 7 is a \d; the network says \d, with 0\.\d{3}", printed);
    }

    [Fact]
    public void OwnFunctions_AreRightByDifferencesAndExplainedByTheirDefinition()
    {
        string printed = FileProgram.Run("docs/samples/own-functions.cs");

        Assert.Contains("dL/dW1: right, by central differences", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", printed, StringComparison.Ordinal);
        Assert.Contains("softsign(z) = z / (1 + |z|)", printed, StringComparison.Ordinal);
        Assert.Contains("a1[0] = softsign(z1[0]) = softsign(-1.5) = -0.6", printed, StringComparison.Ordinal);
        Assert.Contains("dL/dW1[0,1] = dL/dz1[0] x[1]", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void Grade_OfTheAnswersOfMazur_NamesTheFirstWrongNumber()
    {
        string[] files = [.. new[] { "docs/examples/mazur.json", "docs/examples/answers/mazur.json" }.Select(file => Path.Combine(Repository.Top, file))];

        string printed = FileProgram.Run("docs/samples/grade.cs", files);

        Assert.Matches(@"^\d+ of \d+ numbers are right\nthe first wrong number is .*\n- ", printed.ReplaceLineEndings("\n"));
    }

    // dotnet run finds the projects by these lines, and a person the command by the comment.
    [Theory]
    [MemberData(nameof(Samples))]
    public void Projects_OfASample_AreThere(string sample)
    {
        string text = Repository.Read($"docs/samples/{sample}");

        MatchCollection projects = Projects().Matches(text);
        Assert.NotEmpty(projects);
        Assert.All(projects, project => Assert.True(File.Exists(Path.Combine(Repository.Top, "docs", "samples", project.Groups[1].Value)), project.Value));
        Assert.Contains($"//     dotnet run docs/samples/{sample}", text, StringComparison.Ordinal);
        Assert.Contains($"samples/{sample}", Repository.Read("docs/packages.md"), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^#:project (.*)$", RegexOptions.Multiline)]
    private static partial Regex Projects();
}
