using LoopNet.Data;

namespace LoopNet.Tests.Data;

public class AnswersFileTests
{
    [Fact]
    public void Parse_OfAnswers_KeepsEveryDigitAndKnowsEveryPlace()
    {
        const string Json = """
            { // a comment
              "z1": [0.30, "-1.000"],
              "1/0/dL/dW1": [[1e-2, null], [2, 3],],
              "L": "0.7365", "W3'[1,0]": null,
              "dL/dW2[0]": [4, 5],
            }
            """;

        IReadOnlyList<AnswerEntry> answers = AnswersFile.Parse(Json, "my.json").Entries;

        string[] names = ["z1[0]", "z1[1]", "1/0/dL/dW1[0,0]", "1/0/dL/dW1[0,1]", "1/0/dL/dW1[1,0]", "1/0/dL/dW1[1,1]", "L", "W3'[1,0]", "dL/dW2[0,0]", "dL/dW2[0,1]"];
        Assert.Equal(names, answers.Select(answer => answer.Name));
        Assert.Equal(["0.30", "-1.000", "1e-2", null, "2", "3", "0.7365", null, "4", "5"], answers.Select(answer => answer.Literal));
        Assert.Equal("my.json: $.1/0/dL/dW1[0][1]", answers[3].Place);
        Assert.Equal([2, 2], answers[3].ArrayLengths);
        Assert.Empty(answers[6].ArrayLengths);
    }

    [Theory]
    [InlineData("[]", "my.json: $: found an array; expected an object.")]
    [InlineData("{ \"L\": 1, \"L\": 2 }", "my.json: $.L: found the key \"L\" a second time; expected each key once.")]
    [InlineData("{ \"L\": true }", "my.json: $.L: found true; expected a number, a text that holds one, null for a blank, or an array of these.")]
    [InlineData("{ \"z1\": [1, { }] }", "my.json: $.z1[1]: found an object; expected a number, a text that holds one, null for a blank, or an array of these.")]
    [InlineData("{ \"z1\": [] }", "my.json: $.z1: found an empty array; expected numbers, at least one.")]
    [InlineData("{ \"L\": \"0,298371109\" }", "my.json: $.L: found \"0,298371109\"; expected a decimal point: 0.298371109.")]
    [InlineData("{ \"L\": \" -,5e-3 \" }", "my.json: $.L: found \" -,5e-3 \"; expected a decimal point: -.5e-3.")]
    [InlineData("{ \"L\": \"1/3\" }", "my.json: $.L: found \"1/3\"; expected the quotient written out, for example 0.25 in place of 1/4.")]
    public void Parse_OfAnythingElse_Complains(string json, string message)
    {
        Assert.Equal(message, Assert.Throws<DataException>(() => AnswersFile.Parse(json, "my.json")).Message);
    }

    [Fact]
    public void Parse_OfLongTexts_QuotesTheirBeginning()
    {
        string text = new('q', 5000);

        string literal = Assert.Throws<DataException>(() => AnswersFile.Parse($"{{ \"L\": \"{text}\" }}", "my.json")).Message;
        string large = Assert.Throws<DataException>(() => AnswersFile.Parse($"{{ \"L\": {new string('9', 5000)} }}", "my.json")).Message;
        string key = Assert.Throws<DataException>(() => AnswersFile.Parse($"{{ \"{text}\": true }}", "my.json")).Message;

        Assert.StartsWith($"my.json: $.L: found \"{text[..39]}...; expected a finite decimal number", literal, StringComparison.Ordinal);
        Assert.StartsWith($"my.json: $.L: found {new string('9', 40)}...; expected a finite decimal number", large, StringComparison.Ordinal);
        Assert.StartsWith($"my.json: $.{text[..40]}...: found true; expected", key, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_OfALongNumber_KeepsItsDigits()
    {
        string number = $"0.{new string('3', 400)}";

        Assert.Equal(number, AnswersFile.Parse($"{{ \"L\": \"{number}\" }}", "my.json").Entries[0].Literal);
    }

    [Fact]
    public void Read_OfAMissingFile_SaysSo()
    {
        string message = Assert.Throws<DataException>(() => AnswersFile.Read("no-such-answers.json")).Message;

        Assert.StartsWith("no-such-answers.json: there is no such file", message, StringComparison.Ordinal);
    }
}
