using System.Text;

namespace LoopNet.Tests.Tracing;

/// <summary>Planted faults: a reader that refuses nothing would prove nothing.</summary>
public class TraceReaderTests
{
    private static readonly string Whole = Encoding.UTF8.GetString(WrittenTrace.Bytes(Mazur.Example()));

    [Fact]
    public void Parse_OfATrace_GivesItsHeaderAndRecords()
    {
        ReadTrace trace = Parse(Whole);

        Assert.Equal("squared-error", trace.Header.Loss);
        Assert.Equal([0.15, 0.2, 0.25, 0.3], trace["1//W1"].Values!);
        Assert.Equal("z1 = W1 x + b1", trace["1/0/z1"].Formula);
        Assert.Equal(["W1", "x", "b1"], trace["1/0/z1"].Operands);
        Assert.Null(trace["1/0/x"].Equation);
        Assert.Empty(trace["1/0/L"].Shape);
    }

    [Theory]
    [InlineData("{\"end\":true,\"records\":", "{\"end\":true,\"records\":1", "records, but there are")]
    [InlineData("{\"end\":true,\"records\":", "{\"records\":true,\"end\":", "incomplete")]
    [InlineData("loopnet-trace/1", "loopnet-trace/2", "another format")]
    [InlineData("\"step\":1,\"sample\":null", "\"sample\":null,\"step\":1", "keys sample step")]
    [InlineData("\"step\":1,", "\"step\":1,\"step\":1,", "keys step step")]
    [InlineData("\"step\":1,", "\"step\":1,\"time\":1,", "keys step time")]
    [InlineData("\"step\":1,", "\"step\":2,", "step 1 is out of order")]
    [InlineData("\"sample\":0,", "\"sample\":null,", "in phase forward")]
    [InlineData("\"symbol\":\"W1'\"", "\"symbol\":\"W1\\u0027\"", "escapes")]
    [InlineData("\"formula\":\"z1 = W1 x", "\"formula\":\"z1 = W1\\/x", "escapes")]
    [InlineData("\"shape\":[2,2]", "\"shape\":[2,3]", "values for the shape 2 x 3")]
    [InlineData("\"shape\":[2,2]", "\"shape\":[4]", null)]
    [InlineData("[\"W1\",\"x\",\"b1\"]", "[\"W1\",\"x\",\"b7\"]", "operand b7")]
    [InlineData("[\"W1\",\"x\",\"b1\"]", "[\"W1\",\"x\",\"a1\"]", "operand a1")]
    [InlineData("\"symbol\":\"b1\"", "\"symbol\":\"W1\"", "1//W1 stands twice")]
    [InlineData("\"formula\":\"z1 = W1 x + b1\"", "\"formula\":null", "equation, formula and operands")]
    [InlineData("\"equation\":\"F1\"", "\"equation\":\"F9\"", "equation F9")]
    [InlineData("[0.15,0.2,0.25,0.3]", "[0.15,0.2,0.25,1e999]", "not finite")]
    [InlineData("[0.15,0.2,0.25,0.3]", "[0.15,0.2,0.25,NaN]", "line 2: ")]
    [InlineData("[0.15,0.2,0.25,0.3]", "null", "neither values nor a note")]
    [InlineData("}\n", "}\n\n", "line 2: ")]
    [InlineData("}\n", "}\r\n", "carriage returns")]
    [InlineData("{\"format\"", "\ufeff{\"format\"", "byte order mark")]
    public void Parse_OfAFault_RefusesIt(string right, string wrong, string? complaint)
    {
        int place = Whole.IndexOf(right, StringComparison.Ordinal);
        Assert.True(place >= 0, right);
        string text = string.Concat(Whole.AsSpan(0, place), wrong, Whole.AsSpan(place + right.Length));

        // Another shape of the same number of values is proper JSON Lines; the list of expected records catches it.
        if (complaint is null)
        {
            Assert.NotEqual(ExpectedRecord.Of(Parse(Whole).Records[0]), ExpectedRecord.Of(Parse(text).Records[0]));
            return;
        }

        Assert.Contains(complaint, Assert.Throws<FormatException>(() => Parse(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_OfATraceCutAnywhere_RefusesIt()
    {
        string[] lines = Whole.Split('\n');
        for (int kept = 0; kept < lines.Length - 1; kept++)
        {
            string text = string.Concat(lines.Take(kept).Select(line => $"{line}\n"));
            Assert.Throws<FormatException>(() => Parse(text));
            Assert.Throws<FormatException>(() => Parse(text + lines[kept]));
        }
    }

    private static ReadTrace Parse(string text) => TraceReader.Parse(Encoding.UTF8.GetBytes(text));
}
