using System.Globalization;
using System.Text;
using LoopNet.Cli;
using LoopNet.Data;
using LoopNet.Tests.Data;

namespace LoopNet.Tests.Cli;

/// <summary>Names of files and texts that stand in them reach terminal, pictures and pages with nothing that a reader would obey.</summary>
public sealed class OutsideTextTests : IDisposable
{
    // Colours, a bell, the one-character form of ESC [, marks that turn writing round, line ends, and one mark above U+FFFF.
    private const string Hostile = "d\u001b[31m\u0007\u009b31m\u202e\u200f\u2028\r\n\u007f\U000e0001";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("plain text, \u00e4, \u2207, \U0001f600", "plain text, \u00e4, \u2207, \U0001f600")]
    [InlineData("\u001b[31m", "\\u001b[31m")]
    [InlineData("a\tb\rc\nd", "a\\u0009b\\u000dc\\u000ad")]
    [InlineData("\u0080\u009b\u009f\u007f", "\\u0080\\u009b\\u009f\\u007f")]
    [InlineData("\u061c\u200e\u200f\u202a\u202e\u2066\u2069", "\\u061c\\u200e\\u200f\\u202a\\u202e\\u2066\\u2069")]
    [InlineData("\u2028\u2029\u00ad\ufeff", "\\u2028\\u2029\\u00ad\\ufeff")]
    [InlineData("\U000e0041", "\\udb40\\udc41")]
    public void Of_AnyText_IsVisible(string text, string visible)
    {
        Assert.Equal(visible, VisibleText.Of(text));
        Assert.Equal(visible.Replace("\\u000a", "\n", StringComparison.Ordinal), VisibleText.OfLines(text));
    }

    [Fact]
    public void Of_HalfAPair_IsVisible() => Assert.Equal("a\\ud83db", VisibleText.Of("a\ud83db"));

    [Fact]
    public void Output_WhateverIsWritten_IsVisible()
    {
        StringWriter screen = new() { NewLine = "\n" };
        TextWriter output = new Terminal(screen, TextWriter.Null).Output;

        output.Write('\u0007');
        output.Write("\u001b\n");
        output.Write("\u001b\n".AsSpan());
        output.Write(['\u009b'], 0, 1);
        output.Write("{0}{1}", "\u202e", 1);
        output.WriteLine();
        output.WriteLine("a\nb");

        Assert.Equal("\\u0007\\u001b\n\\u001b\n\\u009b\\u202e1\na\\u000ab\n", screen.ToString());
    }

    [Fact]
    public void Commands_WithHostileNamesAndTexts_WriteNothingThatATerminalObeys()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string digits = Place(".csv");
        DigitCsv.Write(digits, DrawnDigits.Training(seed: 1, count: 20));
        string[][] commands =
        [
            ["train", "--data", digits, "--epochs", "1", "--save", Place(".json"), "--history", Place(".h"), "--plot", Place(".html"), "--trace-step", "1", "--trace-out", Place(".t")],
            ["train", "--data", digits, "--epochs", "1", "--plot", Place(".svg"), "--model", Place(".json")],
            ["evaluate", "--data", digits, "--model", Place(".json"), "--confusion", Place("c.svg"), "--weights", Place("w.svg")],
            ["predict", "--data", digits, "--model", Place(".json")],
            ["predict", "--data", digits, "--model", Place(".json"), "--sheet", "2", "--out", Place("p.svg")],
            ["reproduce", "002", "--quick", "--epochs", "1", "--data", digits, "--out", Place(".r")],
            ["data", "--data", digits],
            ["data", "export", "--data", digits, "--csv", Place("e.csv")],
            ["data", "sheet", "--data", digits, "--out", Place("s.svg")],
            ["trace", "mazur", "--out", Place(".t")],
            ["trace", "--model", Place(".json"), "--data", digits, "--out", Place(".t")],
            ["worksheet", "mazur", "--out", Place(".json2")],
            ["check", "mazur", Place(".json2")],
            ["check", Path.Combine(Place(".t"), "mazur.trace.jsonl")],
        ];

        foreach (string[] command in commands)
        {
            CommandRun run = CommandRun.Of(command);
            Assert.True(run.Status == ExitStatus.Done || command[^1] == Place(".json2"), run.Error);
            AssertVisible(run.Output, command);
            AssertVisible(run.Error, command);
        }

        string[] shown = [.. Directory.GetFiles(_folder.Path).Where(path => path.EndsWith(".svg", StringComparison.Ordinal) || path.EndsWith(".html", StringComparison.Ordinal))];
        Assert.Equal(6, shown.Length);
        Assert.All(shown, path => AssertVisible(File.ReadAllText(path), [path]));
    }

    // What stands in a file that was sent to somebody.
    [Theory]
    [InlineData("evaluate")]
    [InlineData("predict")]
    [InlineData("train")]
    public void Model_WithHostileTexts_IsToldVisibly(string verb)
    {
        string digits = CsvOfDigits.Write(_folder, DrawnDigits.Training(seed: 1, count: 20));
        string model = Path.Combine(_folder.Path, "m.json");
        CommandRun.Of("train", "--data", digits, "--epochs", "1", "--save", model);
        File.WriteAllText(model, File.ReadAllText(model).Replace("digits.csv", "\\u001b]0;owned\\u0007\\u202e\\u009b", StringComparison.Ordinal));

        CommandRun run = CommandRun.Of(verb, "--data", digits, "--model", model);

        Assert.Equal(ExitStatus.Done, run.Status);
        AssertVisible(run.Output, [verb]);
        Assert.Equal(verb != "train", run.Output.Contains("\\u001b]0;owned\\u0007\\u202e\\u009b", StringComparison.Ordinal));
    }

    private static void AssertVisible(string text, string[] where)
    {
        UnicodeCategory[] obeyed = [UnicodeCategory.Control, UnicodeCategory.Format, UnicodeCategory.LineSeparator, UnicodeCategory.ParagraphSeparator];
        IEnumerable<Rune> found = text.EnumerateRunes().Where(rune => rune.Value != '\n' && obeyed.Contains(Rune.GetUnicodeCategory(rune)));
        Assert.True(!found.Any(), $"{where[0]}: {string.Join(", ", found.Select(rune => $"{rune.Value:x4}"))}");
    }

    private string Place(string ending) => Path.Combine(_folder.Path, $"{Hostile}{ending}");
}
