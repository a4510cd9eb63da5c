using LoopNet.Checking;

namespace LoopNet.Tests.Checking;

public class WrittenNumberTests
{
    [Theory]
    [InlineData("0.0360", 0.036, 1e-4, 3)]
    [InlineData("3.6e-2", 0.036, 1e-3, 2)]
    [InlineData("3.60E-2", 0.036, 1e-4, 3)]
    [InlineData("-.5", -0.5, 0.1, 1)]
    [InlineData("5.", 5.0, 1.0, 1)]
    [InlineData("+1", 1.0, 1.0, 1)]
    [InlineData("100", 100.0, 1.0, 3)]
    [InlineData("1e3", 1000.0, 1000.0, 1)]
    [InlineData("1.00e+2", 100.0, 1.0, 3)]
    [InlineData("0", 0.0, 1.0, 0)]
    [InlineData("-0.00", 0.0, 0.01, 0)]
    [InlineData(" 0.25 ", 0.25, 0.01, 2)]
    [InlineData("\u22120.25", -0.25, 0.01, 2)]
    [InlineData("0.30000000000000004", 0.30000000000000004, 1e-17, 17)]
    [InlineData("1e-400", 0.0, 0.0, 1)]
    public void Read_OfALiteral_KnowsWhatItsLastDigitIsWorth(string text, double value, double unit, int digits)
    {
        WrittenNumber? number = WrittenNumber.Read(text);

        Assert.NotNull(number);
        Bits.AssertSame(value, number.Value);
        Assert.Equal(unit, number.Unit, 1e-12 * unit);
        Assert.Equal(digits, number.SignificantDigits);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("0,5")]
    [InlineData("1/3")]
    [InlineData("50%")]
    [InlineData("0x10")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1e999")]
    [InlineData("1 000")]
    [InlineData("1.2.3")]
    [InlineData("=A1*B1")]
    public void Read_OfAnythingElse_IsNoNumber(string text)
    {
        Assert.Null(WrittenNumber.Read(text));
    }

    [Theory]
    [InlineData("0.036", 0.036, Verdict.Exact)]
    [InlineData("0.0360", 0.03600000000000001, Verdict.Exact)]
    [InlineData("0", 0.0, Verdict.Exact)]
    [InlineData("0", -1e-15, Verdict.Exact)]
    [InlineData("0.000000000000009", 0.0, Verdict.Exact)]
    [InlineData("0.1384985616285569", 0.1384985616285568, Verdict.Exact)]
    [InlineData("0.0360", 0.03604, Verdict.Rounded)]
    [InlineData("0.0360", 0.03596, Verdict.Rounded)]
    [InlineData("3.6e-2", 0.0364, Verdict.Rounded)]
    [InlineData("0.12", 0.125, Verdict.Rounded)]
    [InlineData("0.13", 0.125, Verdict.Rounded)]
    [InlineData("1", 0.6, Verdict.Rounded)]
    [InlineData("1e3", 1400.0, Verdict.Rounded)]
    [InlineData("-0.0057", -0.00569, Verdict.Rounded)]
    [InlineData("0.0361", 0.03604, Verdict.LastDigit)]
    [InlineData("0.0359", 0.03604, Verdict.LastDigit)]
    [InlineData("-0.019049119", -0.01904911826, Verdict.LastDigit)]
    [InlineData("101", 100.3, Verdict.LastDigit)]
    [InlineData("101", 100.0, Verdict.Wrong)]
    [InlineData("0.49", 0.5, Verdict.Wrong)]
    [InlineData("0.31", 0.3, Verdict.Wrong)]
    [InlineData("0.31", 0.3003, Verdict.Wrong)]
    [InlineData("0", -0.0057, Verdict.TooCoarse)]
    [InlineData("0.0", -0.0057, Verdict.TooCoarse)]
    [InlineData("0.00", -0.0057, Verdict.Wrong)]
    [InlineData("0.00", -0.0047, Verdict.TooCoarse)]
    [InlineData("0e0", 0.4, Verdict.TooCoarse)]
    [InlineData("0", 0.5318, Verdict.Wrong)]
    [InlineData("1", 0.4, Verdict.Wrong)]
    [InlineData("1", 0.0, Verdict.Wrong)]
    [InlineData("-1", 0.0, Verdict.Wrong)]
    [InlineData("0.1", 0.03, Verdict.Wrong)]
    [InlineData("0.01", 0.0, Verdict.Wrong)]
    [InlineData("2", 0.6, Verdict.Wrong)]
    [InlineData("0", 1.0, Verdict.Wrong)]
    [InlineData("0.0362", 0.03604, Verdict.Wrong)]
    [InlineData("0.0358", 0.03604, Verdict.Wrong)]
    [InlineData("4.001", 4.004, Verdict.Wrong)]
    [InlineData("0.0057", -0.0057, Verdict.Wrong)]
    [InlineData("0.001", -0.0004, Verdict.Wrong)]
    [InlineData("0.00", 0.5, Verdict.Wrong)]
    [InlineData("100", 102.0, Verdict.Wrong)]
    [InlineData("0.1384985616286", 0.1384985616284, Verdict.Wrong)]
    public void Judge_OfALiteral_GoesByItsDigits(string text, double right, Verdict verdict)
    {
        Assert.Equal(verdict, WrittenNumber.Read(text)!.Judge(right));
    }

    [Theory]
    [InlineData("1", 1.0, Verdict.Exact)]
    [InlineData("0.2", 0.15, Verdict.Rounded)]
    [InlineData("1", 0.0, Verdict.Wrong)]
    [InlineData("0", 1.0, Verdict.Wrong)]
    [InlineData("0", 0.15, Verdict.Wrong)]
    [InlineData("0.16", 0.15, Verdict.Wrong)]
    public void JudgeCopy_OfALiteral_IsRightOrWrong(string text, double right, Verdict verdict)
    {
        Assert.Equal(verdict, WrittenNumber.Read(text)!.JudgeCopy(right));
    }
}
