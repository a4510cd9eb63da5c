using LoopNet.Data;

namespace LoopNet.Tests.Data.Notations;

/// <summary>Where a notation comes from, and how it says what is wrong with it.</summary>
public class NotationFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void Shipped_AreThoseOfTheDocuments()
    {
        Assert.Equal(["columns", "columns-last", "delta", "mazur", "rows", "rows-last"], NotationFile.Shipped());
        Assert.All(NotationFile.Shipped(), name => Assert.NotEmpty(NotationFile.Resolve(name).Description!));
    }

    [Fact]
    public void Read_AnExample_TakesItsLayoutForItsWeights()
    {
        Example example = ExampleFile.Parse(Example("\"rows\"", "[[1, 2, 3], [4, 5, 6]]"), "own");

        Assert.Equal("rows", example.Notation!.Name);
        Assert.Equal([[1.0, 4.0], [2.0, 5.0], [3.0, 6.0]], example.Network.Layers[0].W);
    }

    [Fact]
    public void Read_AnExampleBesideItsNotation_FindsTheFile()
    {
        _folder.WriteText("mine.json", "{ \"labels\": { \"h\": \"a1\" } }");
        string path = _folder.WriteText("own.json", Example("\"mine.json\"", "[[1, 2], [4, 5], [6, 7]]"));

        Assert.Equal("h", Assert.Single(ExampleFile.Read(path).Notation!.Labels).Label);
    }

    [Theory]
    [InlineData("{ \"layout\": \"rows\" }", "$.notation.layout: found \"rows\"; expected \"unit-input\" (W[i][k] from input k to unit i) or \"input-unit\" (W[k][i]).")]
    [InlineData("{ \"labels\": { \"1a\": \"z1\" } }", "$.notation.labels.1a: found the label \"1a\"; expected a label of 60 characters at most, which starts with no digit, - or *, and has none of [ ] , | ` in it.")]
    [InlineData("{ \"labels\": { \"a\": 3 } }", "$.notation.labels.a: found 3; expected a text.")]
    [InlineData("\"../rows\"", "$.notation: found \"../rows\"; expected columns, *")]
    [InlineData("3", "$.notation: found 3; expected a text.")]
    public void Read_OfNoNotation_SaysWhatIsExpected(string notation, string message)
    {
        string found = Assert.Throws<DataException>(() => ExampleFile.Parse(Example(notation, "[[1, 2], [4, 5], [6, 7]]"), "own")).Message;

        Assert.StartsWith($"own: {message.TrimEnd('*')}", found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[[1, 2], [4, 5], [6, 7]]", "own: $.layers[0].weights: found W1 with 3 rows of 2, which seems transposed; expected 2 rows of 3: the layout is input-unit, so that a row holds the weights of one input and weights[k][i] goes from input k to unit i.")]
    [InlineData("[[1, 2, 3], [4, 5]]", "own: $.layers[0].weights[1]: found 2 numbers; expected 3, as many as in the first row.")]
    public void Read_OfWeightsInTheOtherLayout_SaysWhereTheyDoNotFit(string weights, string message)
    {
        Assert.Equal(message, Assert.Throws<DataException>(() => ExampleFile.Parse(Example("\"rows\"", weights), "own")).Message);
    }

    [Fact]
    public void Read_OfAnswers_TakesTheirNotation()
    {
        AnswerSet set = AnswersFile.Parse("{ \"notation\": \"delta\", \"$schema\": \"x\", \"e\": [1, 2] }", "my.json");

        Assert.Equal("delta", set.Notation!.Name);
        Assert.Equal(["e[0]", "e[1]"], set.Entries.Select(entry => entry.Name));
    }

    private static string Example(string notation, string weights) => $$"""
        { "notation": {{notation}}, "loss": "squared-error", "learningRate": 0.5,
          "layers": [ { "weights": {{weights}}, "biases": [0, 0, 0], "activation": "identity" } ],
          "samples": [ { "input": [1, 2], "target": [0, 0, 0] } ] }
        """;
}
