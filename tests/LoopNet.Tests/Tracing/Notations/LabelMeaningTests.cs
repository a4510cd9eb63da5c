using LoopNet.Tracing;

namespace LoopNet.Tests.Tracing.Notations;

/// <summary>What a label stands for, and what is refused.</summary>
public class LabelMeaningTests
{
    [Theory]
    [InlineData("z1[0]", 1.0, 0, 0, "z1")]
    [InlineData("-dL/dz2", -1.0, 0, 0, "dL/dz2")]
    [InlineData("- dL/dz2", -1.0, 0, 0, "dL/dz2")]
    [InlineData("-eta dL/dW2[0,0]", -1.0, 1, 0, "dL/dW2")]
    [InlineData("1/N */dL/dz2^T", 1.0, 0, -1, "dL/dz2")]
    [InlineData("N eta mean dL/dW1", 1.0, 1, 1, "mean dL/dW1")]
    [InlineData("2 L", 2.0, 0, 0, "L")]
    [InlineData("1/2 L", 0.5, 0, 0, "L")]
    [InlineData("0.25 1/eta a0", 0.25, -1, 0, "x")]
    [InlineData("mean L", 1.0, 0, 0, "mean L")]
    [InlineData("2/0/z2[0]", 1.0, 0, 0, "z2")]
    public void Find_ALabel_HasItsFactorAndItsTensor(string meaning, double number, int eta, int n, string symbol)
    {
        LabelMeaning read = LabelMeaning.Parse(meaning);

        Assert.Equal(new LabelFactor(number, eta, n), read.Factor);
        Assert.Equal(symbol, read.Name.Symbol);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("eta")]
    [InlineData("delta2")]
    [InlineData("0 L")]
    [InlineData("1/0 L")]
    [InlineData("dL/dW1 eta")]
    [InlineData("z1[")]
    [InlineData("W1''")]
    public void Parse_WhatStandsForNothing_SaysWhatALabelStandsFor(string meaning)
    {
        Assert.Contains($"\"{meaning}\"", Assert.Throws<FormatException>(() => LabelMeaning.Parse(meaning)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1.0, 0, 0, "-", "-")]
    [InlineData(1.0, 1, 0, "eta", "0.5")]
    [InlineData(-1.0, 1, 0, "-eta", "-0.5")]
    [InlineData(1.0, 0, -1, "1/N", "1/4")]
    [InlineData(0.5, 0, 0, "1/2", "1/2")]
    [InlineData(-2.0, 1, 1, "-2 eta N", "-2*0.5*4")]
    public void ToString_OfAFactor_IsTheFactorBeforeAName(double number, int eta, int n, string symbols, string numbers)
    {
        LabelFactor factor = new(number, eta, n);

        Assert.Equal(symbols, factor.ToString());
        Assert.Equal(numbers, factor.InNumbers("0.5", 4));
        Assert.Equal(number * Math.Pow(0.5, eta) * Math.Pow(4.0, n), factor.Value(0.5, 4), 1e-15);
        Assert.Equal(LabelFactor.One, factor.Times(factor.Inverse));
    }
}
