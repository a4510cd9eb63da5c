using LoopNet.Tracing;

namespace LoopNet.Tests.Tracing;

/// <summary>Names of numbers, as answers and the command line write them.</summary>
public class NumberNameTests
{
    [Theory]
    [InlineData("L", 1, 0, "L", "")]
    [InlineData("dL/dW1[0,1]", 1, 0, "dL/dW1", "0,1")]
    [InlineData(" dL/dW1[0, 1] ", 1, 0, "dL/dW1", "0,1")]
    [InlineData("z1 [0]", 1, 0, "z1", "0")]
    [InlineData(" dL / dW1[0,0]", 1, 0, "dL/dW1", "0,0")]
    [InlineData("2 / 0 / dL/ dW1 [ 0 , 0 ]", 2, 0, "dL/dW1", "0,0")]
    [InlineData("W1' [0,1]", 1, null, "W1'", "0,1")]
    [InlineData(" mean  dL / dW1 [0,1]", 1, null, "mean dL/dW1", "0,1")]
    [InlineData("da2/dz2[1,0]", 1, 0, "da2/dz2", "1,0")]
    [InlineData("dz2/dW2[1,1,0]", 1, 0, "dz2/dW2", "1,1,0")]
    [InlineData("2/0/L", 2, 0, "L", "")]
    [InlineData("10001/3/dL/dz2[1]", 10001, 3, "dL/dz2", "1")]
    [InlineData("W1'", 1, null, "W1'", "")]
    [InlineData("W12[3,4]", 1, null, "W12", "3,4")]
    [InlineData("b2'[1]", 1, null, "b2'", "1")]
    [InlineData("2//W1'[0,0]", 2, null, "W1'", "0,0")]
    [InlineData("3//mean dL/dW1[0,0]", 3, null, "mean dL/dW1", "0,0")]
    [InlineData("sum dL/db1", 1, null, "sum dL/db1", "")]
    public void Parse_Name_GivesItsParts(string text, int step, int? sample, string symbol, string index)
    {
        NumberName name = NumberName.Parse(text);

        Assert.Equal((step, sample, symbol, index), (name.Step, name.Sample, name.Symbol, string.Join(',', name.Index)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[0]")]
    [InlineData("0")]
    [InlineData("L[")]
    [InlineData("L[]")]
    [InlineData("L[0")]
    [InlineData("L[-1]")]
    [InlineData("2/L")]
    [InlineData("0/0/L")]
    [InlineData("2//L")]
    [InlineData("2/0/W1'")]
    [InlineData("99999999999/0/L")]
    public void Parse_NoName_SaysWhatIsWrong(string text)
    {
        FormatException exception = Assert.Throws<FormatException>(() => NumberName.Parse(text));

        Assert.Contains($"\"{text}\"", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData('q')]
    [InlineData(' ')]
    [InlineData('1')]
    public void Parse_OfALongText_QuotesItsBeginning(char letter)
    {
        string message = Assert.Throws<FormatException>(() => NumberName.Parse(new string(letter, 5000))).Message;

        Assert.StartsWith($"\"{new string(letter, 60)}...\" is not the name of a number", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1/0/L", "L")]
    [InlineData("1//W1'", "W1'")]
    [InlineData("1/1/L", "1/1/L")]
    [InlineData("2/0/dL/dW1[0, 1]", "2/0/dL/dW1[0,1]")]
    [InlineData("2//mean dL/dW1", "2//mean dL/dW1")]
    public void ToString_OfParsed_IsTheShortestNameOfTheSame(string text, string expected)
    {
        NumberName name = NumberName.Parse(text);

        Assert.Equal(expected, name.ToString());
        Assert.Equal(name, NumberName.Parse(expected));
    }
}
