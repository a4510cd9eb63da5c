using LoopNet.Tracing;

namespace LoopNet.Tests;

/// <summary>The thread through code, derivation and traces: each equation's id stands once in each, and no other does.</summary>
public class EquationThreadTests
{
    private static readonly string[] Sources =
        [.. Directory.GetFiles(Path.Combine(Repository.Top, "src"), "*.cs", SearchOption.AllDirectories).Where(IsSource)];

    [Fact]
    public void Code_OfEveryEquation_StandsDirectlyBelowItsIdExactlyOnce()
    {
        IEnumerable<string> ids = Sources.SelectMany(path => EquationIds.InCode(File.ReadAllText(path)));

        Assert.Equal(EquationIds.All.Order(StringComparer.Ordinal), ids.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Code_InItsComments_NamesNoOtherId()
    {
        foreach (string path in Sources)
        {
            Assert.All(EquationIds.MentionedInCode(File.ReadAllText(path)), id => Assert.True(EquationIds.All.Contains(id), $"{path}: {id}"));
        }
    }

    [Fact]
    public void Derivation_OfEveryEquation_HasOneSectionInOrder()
    {
        string math = Repository.Read("docs/math.md");

        Assert.Equal(EquationIds.All, EquationIds.Headings(math));
        Assert.All(EquationIds.Mentioned(math), id => Assert.Contains(id, EquationIds.All));
    }

    [Fact]
    public void Records_OfTraces_NameEveryEquationAndNoOther()
    {
        IEnumerable<Example> examples = PairExamples.All(seed: 1).Append(Oracle.Read("shortcut").Example);

        IEnumerable<string> ids = examples.SelectMany(Records).Select(record => record.Equation).OfType<string>().Distinct();

        Assert.Equal(EquationIds.All.Order(StringComparer.Ordinal), ids.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("// F1  z = W a + b\nfor (;;) { }", "F1")]
    [InlineData("// F1  z = W a + b\n\nfor (;;) { }", "F1?")]
    [InlineData("// F1  z = W a + b\nz = x;", "F1?")]
    [InlineData("// F2  a = f(z)\nf(z);", "F2")]
    [InlineData("// F9  unknown\nfor (;;) { }", "F9")]
    [InlineData("string text = \"// F1  z = W a + b\";\nfor (;;) { }", null)]
    [InlineData("/* // F1 */ for (;;) { }", null)]
    public void InCode_OfAnId_KnowsWhatStandsBelow(string statements, string? expected)
    {
        string code = $"class C {{ void M() {{\n{statements}\n}} }}";

        Assert.Equal(expected is null ? [] : [expected], EquationIds.InCode(code));
    }

    private static IEnumerable<TraceRecord> Records(Example example)
    {
        return new StepTrace(TraceHeader.Of(example), 1, ExampleRun.Records(example, steps: 1)[0]).Records;
    }

    private static bool IsSource(string path)
    {
        string[] folders = path.Split(Path.DirectorySeparatorChar);
        return !folders.Contains("obj") && !folders.Contains("bin");
    }
}
