using LoopNet.Data;

namespace LoopNet.Tests.Data;

/// <summary>Texts that are not JSON, and why.</summary>
public class JsonMistakeTests
{
    [Theory]
    [InlineData("", "line 1, byte 1: this is not JSON: the file is empty.")]
    [InlineData(" \n", "line 2, byte 1: this is not JSON: the file is empty.")]
    [InlineData("{ \"L\": 1", "line 1, byte 9: this is not JSON: the file ends in the middle of a value.")]
    [InlineData("{ \"L\": [1,\n 2\n", "line 3, byte 1: this is not JSON: the file ends in the middle of a value.")]
    [InlineData("{ \"L\": \"0.3", "line 1, byte 12: this is not JSON: the file ends in the middle of a value.")]
    [InlineData("{ \"L\": tru", "line 1, byte 11: this is not JSON: the file ends in the middle of a value.")]
    [InlineData("not JSON", "line 1, byte 2: this is not JSON: 'o' was not expected here.")]
    [InlineData("{ \"L\": NaN }", "line 1, byte 8: this is not JSON: 'N' was not expected here.")]
    [InlineData("{ \"\u00e9\": 1,\n  \u2014 }", "line 2, byte 3: this is not JSON: an em dash (U+2014) was not expected here.")]
    [InlineData("{ \"L\": 1 } 2", "line 1, byte 12: this is not JSON: '2' was not expected here.")]
    public void Parse_OfNoJson_SaysWhy(string json, string message)
    {
        Assert.Equal($"my.json: {message}", Assert.Throws<DataException>(() => AnswersFile.Parse(json, "my.json")).Message);
    }

    [Fact]
    public void Parse_OfTooManyLevels_SaysHowManyThereMayBe()
    {
        string json = $"{{ \"L\": {new string('[', 100)}1{new string(']', 100)} }}";

        string message = Assert.Throws<DataException>(() => AnswersFile.Parse(json, "my.json")).Message;

        Assert.EndsWith(": this is not JSON: it is nested more than 64 deep.", message, StringComparison.Ordinal);
    }
}
