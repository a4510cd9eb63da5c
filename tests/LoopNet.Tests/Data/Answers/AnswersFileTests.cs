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

        IReadOnlyList<GivenAnswer> answers = AnswersFile.Parse(Json, "my.json");

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
    public void Parse_OfAnythingElse_Complains(string json, string message)
    {
        Assert.Equal(message, Assert.Throws<DataException>(() => AnswersFile.Parse(json, "my.json")).Message);
    }

    [Fact]
    public void Read_OfAMissingFile_SaysSo()
    {
        string message = Assert.Throws<DataException>(() => AnswersFile.Read("no-such-answers.json")).Message;

        Assert.StartsWith("no-such-answers.json: there is no such file", message, StringComparison.Ordinal);
    }
}
