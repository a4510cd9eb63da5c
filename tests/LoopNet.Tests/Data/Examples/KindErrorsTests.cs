using LoopNet.Data;

namespace LoopNet.Tests.Data;

/// <summary>What is told of the faults that newcomers make in an example's file.</summary>
public class KindErrorsTests
{
    [Theory]
    [InlineData("[[1, 2, 3], [4, 5, 6]]", "[1, 2, 3]", "[1, 2]", "[1]", "$.layers[0].weights: found W1 with 2 rows of 3, which seems transposed; expected 3 rows of 2: a row holds the weights into one unit, so that weights[i][k] goes from input k to unit i; a file whose rows are inputs says so, \"notation\": {\"layout\": \"input-unit\"}.")]
    [InlineData("[[1, 2, 3], [4, 5, 6]]", null, "[1, 2]", "[1]", "$.layers[0].weights: found W1 with 2 rows of 3, which seems transposed; *")]
    public void Parse_OfATransposedFirstMatrix_SaysSo(string weights, string? biases, string input, string target, string complaint)
    {
        string text = Text($$"""{ "weights": {{weights}}, {{(biases is null ? "" : $"\"biases\": {biases},")}} "activation": "tanh" }, { "weights": [[1, 2, 3]], "activation": "tanh" }""", input, target);

        AssertComplaint(complaint, text);
    }

    [Fact]
    public void Parse_OfMatricesThatAreAllTransposed_NamesThemAll()
    {
        string text = Text("""{ "weights": [[1, 2, 3], [4, 5, 6]], "activation": "tanh" }, { "weights": [[1], [2], [3]], "activation": "tanh" }""", "[1, 2]", "[1]");

        AssertComplaint("$.layers[0].weights: found W1 with 2 rows of 3 and W2 with 3 rows of 1, which seem transposed; expected 3 rows of 2 and 1 row of 3: *", text);
    }

    [Fact]
    public void Parse_OfATransposedLaterMatrix_NamesItsLayer()
    {
        string text = Text("""{ "weights": [[1, 2], [3, 4], [5, 6]], "activation": "tanh" }, { "weights": [[1], [2], [3]], "activation": "tanh" }""", "[1, 2]", "[1]");

        AssertComplaint("$.layers[1].weights: found W2 with 3 rows of 1, which seems transposed; expected 1 row of 3: *", text);
    }

    [Fact]
    public void Parse_OfAMatrixByUnitsInALayoutByInputs_SaysSo()
    {
        string text = Text("""{ "weights": [[1, 2], [3, 4], [5, 6]], "activation": "tanh" }, { "weights": [[1], [2], [3]], "activation": "tanh" }""", "[1, 2]", "[1]")
            .Replace("\"loss\"", "\"notation\": { \"layout\": \"input-unit\" }, \"loss\"", StringComparison.Ordinal);

        AssertComplaint("$.layers[0].weights: found W1 with 3 rows of 2, which seems transposed; expected 2 rows of 3: the layout is input-unit, *", text);
    }

    [Fact]
    public void Parse_OfShapesThatFitNeitherWay_CountsAsBefore()
    {
        string text = Text("""{ "weights": [[1, 2], [3, 4]], "biases": [1, 2, 3], "activation": "tanh" }""", "[1, 2]", "[1, 2]");

        AssertComplaint("$.layers[0].biases: found 3 numbers; expected 2, one for each unit.", text);
    }

    [Theory]
    [InlineData("[0,1, 0,2]", "[1]", "$.samples[0].input: found 2 numbers; expected 4, one for each input of layer 1; if 0,1 is one number, write it with a decimal point: 0.1.")]
    [InlineData("[1,2,3]", "[1]", "$.samples[0].input: found 2 numbers; expected 3, one for each input of layer 1.")]
    [InlineData("[1, 2]", "[0,1]", "$.samples[0].target: found 2 numbers; expected 1, one for each output; if 0,1 is one number, write it with a decimal point: 0.1.")]
    public void Parse_OfDecimalCommasInArrays_SpeaksOfDecimalPoints(string row, string target, string complaint)
    {
        string text = Text($$"""{ "weights": [{{row}}], "activation": "tanh" }""", "[1, 2]", target);

        AssertComplaint(complaint, text);
    }

    [Theory]
    [InlineData("\"0,1\"", "$.learningRate: found \"0,1\"; expected a decimal point: 0.1.")]
    [InlineData("\"0.1\"", "$.learningRate: found \"0.1\"; expected a number, without quotes: 0.1.")]
    [InlineData("\"1/4\"", "$.learningRate: found \"1/4\"; expected the quotient written out, for example 0.25 in place of 1/4.")]
    [InlineData("0,1", "line 1, byte 21: this is not JSON: '1' was not expected here; if 0,1 is one number, write it with a decimal point: 0.1.")]
    public void Parse_OfALearningRateWrittenOtherwise_SaysHowToWriteIt(string rate, string complaint)
    {
        AssertComplaint(complaint, $$"""{ "learningRate": {{rate}}, "loss": "squared-error", "layers": [ { "weights": [[1]], "activation": "tanh" } ], "samples": [ { "input": [1], "target": [1] } ] }""");
    }

    [Fact]
    public void Parse_OfAnswersWithADecimalComma_SaysTheSame()
    {
        DataException exception = Assert.Throws<DataException>(() => AnswersFile.Parse("""{ "L": 0,298 }""", "answers"));

        Assert.EndsWith("if 0,298 is one number, write it with a decimal point: 0.298.", exception.Message, StringComparison.Ordinal);
        Assert.Equal("L", Assert.Single(AnswersFile.Parse("""{ "$schema": "answers.schema.json", "L": 0.298 }""", "answers").Entries).Name);
    }

    private static string Text(string layers, string input, string target)
    {
        return $$"""{ "loss": "squared-error", "learningRate": 0.5, "layers": [ {{layers}} ], "samples": [ { "input": {{input}}, "target": {{target}} } ] }""";
    }

    private static void AssertComplaint(string complaint, string text)
    {
        string message = Assert.Throws<DataException>(() => ExampleFile.Parse(text, "file")).Message;
        if (complaint.EndsWith('*'))
        {
            Assert.StartsWith($"file: {complaint[..^1]}", message, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal($"file: {complaint}", message);
        }
    }
}
