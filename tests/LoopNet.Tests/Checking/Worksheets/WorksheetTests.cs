using System.Text.Json;
using LoopNet.Checking;
using LoopNet.Tracing;

namespace LoopNet.Tests.Checking;

/// <summary>The blank form: what it asks, in which order, and that it reads back as an answers file of blanks.</summary>
public class WorksheetTests
{
    private static readonly JsonDocumentOptions WithComments = new() { CommentHandling = JsonCommentHandling.Skip };

    public static TheoryData<string> Small => [.. Data.ShippedExamples.Names.Where(name => name != "full-size")];

    [Theory]
    [InlineData("mazur")]
    [InlineData("xor-batch")]
    public async Task Json_OfAShippedExample_IsAsVerified(string example)
    {
        await Verify(WorksheetJson.Write(Worksheet.Of(Data.ShippedExamples.Read(example)), $"loopnet check {example} FILE")).UseParameters(example);
    }

    [Theory]
    [MemberData(nameof(Small))]
    public void Json_OfAnExample_AsksForEveryTensorButCopiesInOrderAndShape(string name)
    {
        Example example = Data.ShippedExamples.Read(name);

        JsonProperty[] asked = Properties(WorksheetJson.Write(Worksheet.Of(example, example.Steps), "loopnet check"));

        TraceRecord[] computed = [.. ExampleRun.Records(example)
            .SelectMany((record, index) => new StepTrace(TraceHeader.Of(example), index + 1, record).Records)
            .Where(record => record.Equation is not null && record.Tensor.Kind is not (TensorKind.dz_dW or TensorKind.dz_da))];
        Assert.Equal(computed.Select(record => NumberName.Of(record.Step, record.Sample, record.Symbol)), asked.Select(property => NumberName.Parse(property.Name)));
        foreach ((TraceRecord record, JsonProperty property) in computed.Zip(asked))
        {
            AssertBlank(record.Tensor.Shape, property.Value);
        }
    }

    [Fact]
    public void Json_OfChosenNames_AsksForThoseOnly()
    {
        NumberName[] only = [NumberName.Parse("2/0/L"), NumberName.Parse("dL/dW1[0,1]"), NumberName.Parse("dz1/dW1")];

        JsonProperty[] asked = Properties(WorksheetJson.Write(Worksheet.Of(Data.ShippedExamples.Read("mazur"), only: only), "loopnet check"));

        Assert.Equal(["dz1/dW1", "dL/dW1[0,1]", "2/0/L"], asked.Select(property => property.Name));
        Assert.Equal(JsonValueKind.Null, asked[1].Value.ValueKind);
    }

    [Fact]
    public void Of_AStepFarAway_AsksForItWithTheSamplesOfOnePass()
    {
        Worksheet worksheet = Worksheet.Of(Data.ShippedExamples.Read("mazur"), only: [NumberName.Parse("501/0/L")]);

        Assert.Equal(["W1", "b1", "W2", "b2", "x", "y"], worksheet.Givens.Select(given => given.Called));
        Assert.Equal("501/0/L", Assert.Single(worksheet.Blanks).Called);
        Assert.Contains("Step 2 begins the samples again", WorksheetJson.Write(worksheet, "loopnet check"), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AnExampleTooLargeForAPencil_SaysWhatToDo()
    {
        WorksheetException exception = Assert.Throws<WorksheetException>(() => Worksheet.Of(Data.ShippedExamples.Read("full-size")));

        Assert.StartsWith("a step of full-size has 56,241 numbers to compute, and a form has 500 at most: choose some with --only", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("W1", "W1 is given, and there is nothing to compute.")]
    [InlineData("2//W1", "2//W1 is what step 1 ended with: ask for 1//W1'.")]
    [InlineData("x[0]", "x[0] is given, and there is nothing to compute.")]
    public void Of_AGivenName_SaysSo(string name, string message)
    {
        Example example = Data.ShippedExamples.Read("mazur");

        Assert.Equal(message, Assert.Throws<WorksheetException>(() => Worksheet.Of(example, only: [NumberName.Parse(name)])).Message);
    }

    private static JsonProperty[] Properties(string json)
    {
        return [.. JsonDocument.Parse(json, WithComments).RootElement.EnumerateObject()];
    }

    private static void AssertBlank(ReadOnlySpan<int> shape, JsonElement value)
    {
        if (shape.Length == 0)
        {
            Assert.Equal(JsonValueKind.Null, value.ValueKind);
            return;
        }

        Assert.Equal(shape[0], value.GetArrayLength());
        foreach (JsonElement element in value.EnumerateArray())
        {
            AssertBlank(shape[1..], element);
        }
    }
}
