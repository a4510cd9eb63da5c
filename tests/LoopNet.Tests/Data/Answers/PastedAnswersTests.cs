using LoopNet.Data;

namespace LoopNet.Tests.Data;

/// <summary>Answers that were copied from a web page or a text program.</summary>
public class PastedAnswersTests
{
    [Theory]
    [InlineData("{\"L\": 3.6\u00D710^-4}", "3.6e-4")]
    [InlineData("{\"L\": \"3.6 \u00D7 10\u207B\u2074\"}", "3.6e-4")]
    [InlineData("{\"L\": \"3.6*10^(-4)\"}", "3.6e-4")]
    [InlineData("{\"L\": 3.6\u00B710^{4}}", "3.6e4")]
    [InlineData("{\"L\": \u22120.25}", "-0.25")]
    [InlineData("{\"L\": \u20130.25}", "-0.25")]
    [InlineData("{\"L\": \"\u20130.25\"}", "-0.25")]
    [InlineData("{\"L\": \uFF10\uFF0E\uFF12\uFF15}", "0.25")]
    [InlineData("{\u201CL\u201D: \u201C0.25\u201D}", "0.25")]
    [InlineData("{\u201EL\u201C: 0.25}", "0.25")]
    [InlineData("{\"L\":\u00A00.25}", "0.25")]
    [InlineData("{\"L\": \"\u00A00.25\u202F\"}", "0.25")]
    [InlineData("{\"L\": \u2248 0.25}", "0.25")]
    [InlineData("{\"L\": \"\u22480.25\"}", "0.25")]
    [InlineData("\uFF5B\"L\"\uFF1A0.25\uFF5D", "0.25")]
    public void Parse_LettersOfWebPages_AreRead(string text, string literal)
    {
        AnswerEntry entry = Assert.Single(AnswersFile.Parse(text, "answers.json").Entries);

        Assert.Equal(("L", literal), (entry.Name, entry.Literal!.Trim()));
    }

    [Theory]
    [InlineData("\u2202L/\u2202W1[0,1]", "dL/dW1[0,1]")]
    [InlineData("\u2202L/\u2202W\u2081[0,1]", "dL/dW1[0,1]")]
    [InlineData("W\uFF11\u2032\uFF3B0,1\uFF3D", "W1'[0,1]")]
    public void Parse_NamesOfWebPages_AreRead(string name, string plain)
    {
        Assert.Equal(plain, Assert.Single(AnswersFile.Parse($"{{\"{name}\": 1.5}}", "answers.json").InPlainNames().Entries).Name);
    }

    [Theory]
    [InlineData("{\"L\": \"1\u00A0000.5\"}", "with a no-break space (U+00A0) in it")]
    [InlineData("{\"L\": \"0.2\u2026\"}", "with '\u2026' (U+2026) in it")]
    [InlineData("{\"L\": \u2014}", "an em dash (U+2014) was not expected here")]
    [InlineData("{\"L\": \u20180.25\u2019}", "a typographic quote (U+2018) was not expected here")]
    [InlineData("{\"L\": 0.25\u0085}", "a letter that is not seen (U+0085) was not expected here")]
    public void Parse_WhatIsNotClear_IsNamed(string text, string part)
    {
        Assert.Contains(part, Assert.Throws<DataException>(() => AnswersFile.Parse(text, "answers.json")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_StringsAndComments_AreLeftAlone()
    {
        AnswerEntry entry = Assert.Single(AnswersFile.Parse("{ // \u201Cnot a string\u2248\n \"a \\\"\u201C\": \"0.5\" /* \u201C */ }", "answers.json").Entries);

        Assert.Equal("a \"\u201C", entry.Name);
        Assert.Equal("0.5", entry.Literal);
    }

    [Fact]
    public void Read_ArraysOfNumPy_AreAnswersOfFifteenDigits()
    {
        using TemporaryFolder folder = new();
        string path = Path.Join(folder.Path, "a.npz");
        NumPyFile.Write(path, [("dL/dW1", [1, 2], [0.5, 1e-9]), ("dL_db1", [2, 1], [0.25, double.NaN]), ("L", [1], [3.0])]);

        IReadOnlyList<AnswerEntry> entries = AnswersFile.Read(path).Entries;

        Assert.Equal(["dL/dW1[0,0]", "dL/dW1[0,1]", "dL/db1[0]", "dL/db1[1]", "L"], entries.Select(entry => entry.Name));
        Assert.Equal(["0.500000000000000", "1.00000000000000E-009", "0.250000000000000", null, "3.00000000000000"], entries.Select(entry => entry.Literal));
    }
}
