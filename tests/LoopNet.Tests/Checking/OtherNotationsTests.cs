using System.Text.Json;
using LoopNet.Checking;
using LoopNet.Data;
using LoopNet.Tests.Data;
using LoopNet.Tracing;

namespace LoopNet.Tests.Checking;

/// <summary>Calculations from textbooks, courses and programs in their own layout, signs and names: each is read as it stands, and judged as it deserves.</summary>
public class OtherNotationsTests
{
    private static readonly JsonElement[] Cases = [.. JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Checking", "other_notations.json"))).RootElement.EnumerateArray()];

    public static TheoryData<string> Names() => [.. Cases.Select(item => item.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Of_NumbersAsTheSourceWritesThem_IsAsItDeserves(string name)
    {
        JsonElement item = Cases.Single(item => item.GetProperty("name").GetString() == name);
        string notation = item.GetProperty("notation").GetRawText();
        string exampleText = item.GetProperty("example").GetRawText();
        Example example = ExampleFile.Parse($"{{ \"notation\": {notation}, {exampleText.TrimStart()[1..]}", name);

        CheckReport report = AnswerCheck.Of(OwnNames.Of(example), Answers.Parse(item.GetProperty("answers").GetRawText()));

        Assert.Equal(item.GetProperty("wrong").GetString(), report.FirstWrong?.Called);
        if (item.TryGetProperty("mistake", out JsonElement mistake))
        {
            Assert.Contains(mistake.GetString()!, report.Diagnoses[0].Findings[0].Edits[0].ToString(), StringComparison.OrdinalIgnoreCase);
        }
    }

    // A form that is filled in with the numbers of the trace is right, in every notation.
    [Theory]
    [InlineData("mazur", "mazur")]
    [InlineData("mazur", "delta")]
    [InlineData("mazur", "rows")]
    [InlineData("xor-batch", "rows")]
    [InlineData("xor-batch", "columns")]
    [InlineData("xor-batch", "columns-last")]
    [InlineData("tiny", "rows-last")]
    [InlineData("linear", "columns")]
    public void Of_AFormFilledIn_IsRight(string name, string notation)
    {
        Example example = ShippedExamples.Read(name);
        OwnNames names = new(example, NotationFile.Resolve(notation));
        ExampleTensors tensors = new(example);
        AnswerSet form = AnswersFile.Parse(WorksheetJson.Write(Worksheet.Of(names, steps: 2), "loopnet check"), "form");
        GivenAnswer[] filled = [.. form.Entries.Select(entry => new GivenAnswer(entry.Name, Value(tensors, names.Find(entry.Name)), entry.Place) { ArrayLengths = entry.ArrayLengths })];

        CheckReport report = AnswerCheck.Of(names, filled);

        Assert.Equal(notation, form.Notation!.Name);
        Assert.True(report.AllRight, report.FirstWrong?.Called);
        Assert.Equal(filled.Length, report.Numbers.Count);
        Assert.All(report.Numbers, number => Assert.Equal(Verdict.Exact, number.Verdict));
    }

    [Theory]
    [InlineData("{ \"da2/dz2\": [0.1868156018, 0.1755100528] }")]
    [InlineData("{ \"z1\": [[0.3775, 0.3925]] }")]
    [InlineData("{ \"z1\": [[0.3775], [0.3925]] }")]
    [InlineData("{ \"L\": [[0.2983711088]] }")]
    [InlineData("{ \"W1[0][1]\": 0.2 }")]
    [InlineData("{ \"mean L\": 0.2983711088 }")]
    [InlineData("{ \"*/z1\": [[0.3775, 0.3925]], \"z1[1]\": 0.39 }")]
    [InlineData("{ \"*/z1^T\": [[0.3775], [0.3925]] }")]
    public void Of_NumbersInOtherBrackets_IsRight(string json)
    {
        Assert.True(AnswerCheck.Of(ShippedExamples.Read("mazur"), Answers.Parse(json)).AllRight);
    }

    [Fact]
    public void Of_OneNumberUnderTwoNames_HasToBeOneNumber()
    {
        OwnNames names = new(ShippedExamples.Read("mazur"), NotationFile.Resolve("mazur"));

        CheckReport report = AnswerCheck.Of(names, Answers.Parse("{ \"net_h1\": 0.38, \"z1[0]\": 0.3775 }"));
        string message = Assert.Throws<CheckException>(() => AnswerCheck.Of(names, Answers.Parse("{ \"net_h1\": 0.38, \"z1[0]\": 0.3875 }"))).Message;

        Assert.Equal("0.3775", Assert.Single(report.Numbers).Literal);
        Assert.Equal("my.json: $.z1[0]: found another number than at $.net_h1, but z1[0] and net_h1 are the same number; expected it once, or the same digits", message);
    }

    // The report speaks as the learner does, in names, signs and layout.
    [Fact]
    public async Task Of_AMistakeInAnotherNotation_IsToldInIt()
    {
        OwnNames names = new(ShippedExamples.Read("mazur"), NotationFile.Resolve("delta"), NamesShown.Both);
        using StringWriter text = new() { NewLine = "\n" };
        CheckReport report = AnswerCheck.Of(names, Answers.Parse("""{ "delta2": ["-0.13850", "0.03810"], "delta1": ["-0.03635", "-0.04137"], "Delta_W1": [["-0.0009088", "-0.001818"], ["-0.001034", "-0.002069"]] }"""));

        TextReport.Write(report, text);

        await Verify(text.ToString());
    }

    private static string Value(ExampleTensors tensors, NumberView view)
    {
        NumberName name = view.At([]);
        return (view.Factor * tensors.Find(name).At(name.Index)).ToString("R", System.Globalization.CultureInfo.InvariantCulture);
    }
}
