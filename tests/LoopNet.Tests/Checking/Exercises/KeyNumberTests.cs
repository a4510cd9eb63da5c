using LoopNet.Checking;

namespace LoopNet.Tests.Checking.Exercises;

public class KeyNumberTests
{
    [Theory]
    [InlineData(0.75, 4, "0.75")]
    [InlineData(0.75004, 4, "0.7500")]
    [InlineData(0.593269992, 4, "0.5933")]
    [InlineData(-0.00012345, 3, "-0.000123")]
    [InlineData(9.99996, 4, "10.00")]
    [InlineData(1.0986122886681098, 4, "1.099")]
    [InlineData(12.0, 4, "12")]
    [InlineData(123.4, 2, "123")]
    [InlineData(1e-17, 4, "0")]
    [InlineData(0.30000000000000004, 4, "0.3")]
    public void Text_OfANumber_IsAsPeopleWriteIt(double number, int digits, string text)
    {
        Assert.Equal(text, KeyNumber.Text(number, digits));
        Assert.NotEqual(Verdict.Wrong, WrittenNumber.Read(text)!.Judge(number));
    }

    [Theory]
    [InlineData(0.75, 4, "0.7500")]
    [InlineData(0.0, 4, "0.0000")]
    [InlineData(-12.0, 4, "-12.00")]
    public void Padded_OfAShortNumber_KeepsItsZeros(double number, int digits, string text)
    {
        Assert.Equal(text, KeyNumber.Padded(number, digits));
    }
}
