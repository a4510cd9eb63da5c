using System.Globalization;
using System.Text;
using LoopNet.Tests.Data;
using LoopNet.Verifying;

namespace LoopNet.Tests.Verifying;

/// <summary>Single faults in a trace, and what is said of them.</summary>
public class FaultyTraceTests
{
    private static readonly string Mazur = Verified.Committed("mazur");
    private static readonly string Tiny = Verified.Committed("tiny");

    [Fact]
    public void Verify_OfAWrongNumber_TellsWhereWhatAndHowFar()
    {
        TraceFault fault = Verified.AssertFault(Mazur.Replace("0.39249999999999996", "0.3925", StringComparison.Ordinal), 7, "1/0/z1[1] is 0.3925");

        Assert.Equal("1/0/z1[1]", fault.Name!.ToString());
        Assert.Equal("F1", fault.Equation);
        Assert.Equal(0.3925, fault.Found);
        Assert.Equal(0.39249999999999996, fault.Derived);
        Assert.Equal(1UL, fault.UnitsApart);
        Assert.Equal("W1[1,0] x[0] + W1[1,1] x[1] + b1[1]", fault.Derivation[0]);
        Assert.Equal("0.25*0.05 + 0.3*0.1 + 0.35", fault.Derivation[1]);
        Assert.Equal("0.39249999999999996", fault.Derivation[2]);
    }

    [Fact]
    public void Verify_OfAWrongGivenNumber_NamesItByThoseThatReadIt()
    {
        TraceFault fault = Verified.AssertFault(ReplaceInLine(Mazur, 2, "0.2,", "0.21,"), 2, "1//W1[0,1] is 0.21");

        Assert.Equal(0.2, fault.Derived);
        Assert.Contains("line 7: 1/0/z1[0] is 0.3775", fault.Witnesses);
    }

    [Theory]
    [InlineData(3, "0.35,", "0.36,", "1//b1[0] is 0.36")]
    [InlineData(6, "0.05,", "0.06,", "1/0/x[0] is 0.06")]
    [InlineData(11, "0.01,", "0.02,", "1/0/y[0] is 0.02")]
    [InlineData(32, "0.149", "0.159", "and 0.1497807161327628 stands at the end of the step before")]
    public void Verify_OfAWrongGivenNumber_NamesIt(int line, string before, string after, string problem)
    {
        Verified.AssertFault(ReplaceInLine(Mazur, line, before, after), line, problem);
    }

    [Theory]
    [InlineData("0.5", "0.4")]
    [InlineData("0.5", "0.5000000001")]
    public void Verify_OfAnotherLearningRate_NamesTheHeader(string before, string after)
    {
        string text = ReplaceInLine(Mazur, 1, $"\"learningRate\":{before}", $"\"learningRate\":{after}");

        Verified.AssertFault(text, 1, "no parameter moves by the learning rate of the header; the first is 1//W1'[0,0]");
    }

    // A unit is one double. Sums, products and quotients allow none; exp, ln and tanh two, which sigmoid may spread over four.
    [Theory]
    [InlineData("z1", 1)]
    [InlineData("da2/dz2", 1)]
    [InlineData("dL/dz2", 1)]
    [InlineData("dL/dW1", 1)]
    [InlineData("dL/dx", 1)]
    [InlineData("W1'", 1)]
    [InlineData("a1", 6)]
    [InlineData("a3", 6)]
    [InlineData("L", 3)]
    public void Verify_OfANumberBarelyBeyondItsUnits_NamesIt(string symbol, int units)
    {
        string[] lines = Tiny.Split('\n');
        int line = Array.FindIndex(lines, text => text.Contains($"\"symbol\":\"{symbol}\"", StringComparison.Ordinal)) + 1;
        int start = lines[line - 1].IndexOf("\"values\":[", StringComparison.Ordinal) + 10;
        string number = lines[line - 1][start..].Split(',', ']')[0];
        foreach (int sign in (int[])[-1, 1])
        {
            double changed = double.Parse(number, CultureInfo.InvariantCulture);
            for (int unit = 0; unit < units; unit++)
            {
                changed = sign > 0 ? Math.BitIncrement(changed) : Math.BitDecrement(changed);
            }

            Verified.AssertFault(ReplaceInLine(Tiny, line, number, changed.ToString("R", CultureInfo.InvariantCulture)), line, $"1/{(symbol == "W1'" ? "" : "0")}/{symbol}");
        }
    }

    [Theory]
    [InlineData(2, "\"W1\"", "\"V1\"", "its symbol is V1, and W1 was expected")]
    [InlineData(7, "\"operands\":[\"W1\"", "\"operands\":[\"W2\"", "its operands are [W2, x, b1], and [W1, x, b1] were expected")]
    [InlineData(7, "W1 x + b1", "W1 x", "its formula is")]
    [InlineData(7, "\"F1\"", "\"F2\"", "its equation is F2, and F1 was expected")]
    [InlineData(7, "\"layer\":1", "\"layer\":2", "its layer is 2, and 1 was expected")]
    [InlineData(7, "\"forward\"", "\"backward\"", "its phase is backward, and forward was expected")]
    [InlineData(7, "\"sample\":0", "\"sample\":1", "its sample is 1, and 0 was expected")]
    [InlineData(7, "\"sample\":0", "\"sample\":null", "its sample is null, and 0 was expected")]
    [InlineData(7, "\"sample\":0", "\"sample\":-0", "\"sample\" holds -0, and a whole number from 0 to 2147483647 was expected")]
    [InlineData(7, "\"sample\":0", "\"sample\":0.0", "\"sample\" holds 0.0")]
    [InlineData(7, "\"sample\":0", "\"sample\":0e0", "\"sample\" holds 0e0")]
    [InlineData(7, "\"step\":1", "\"step\":-0", "\"step\" holds -0")]
    [InlineData(7, "\"step\":1", "\"step\":2", "its step is 2, and 1 was expected")]
    [InlineData(7, "\"shape\":[2]", "\"shape\":[1,2]", "its shape is [1,2], and [2] was expected")]
    [InlineData(6, "\"layer\":0", "\"layer\":-0", "\"layer\" holds -0")]
    [InlineData(7, "\"shape\":[2]", "\"shape\":[-0]", "\"shape\" holds -0")]
    [InlineData(7, "\"F1\"", "\"F9\"", "its equation is F9, and F1 was expected")]
    [InlineData(7, "\"z1 = W1 x + b1\"", "null", "its formula is null")]
    [InlineData(7, "]}", "],\"note\":\"odd\"}", "its note is odd, and absent was expected")]
    [InlineData(7, "\"values\":[0.3775,0.39249999999999996]", "\"values\":[0.3775]", "it has 1 values, and 2 were expected")]
    [InlineData(7, "\"values\":[0.3775,0.39249999999999996]", "\"values\":null", "it has no values")]
    [InlineData(7, "0.3775", "-0", "1/0/z1[0] is -0")]
    [InlineData(7, "0.3775", "1e999", "\"values\" holds 1e999, and a finite number was expected")]
    [InlineData(7, "0.3775", "NaN", "the line is not JSON")]
    [InlineData(7, "0.3775", "\"0.3775\"", "\"values\" holds \"0.3775\", and a finite number was expected")]
    [InlineData(7, "\"step\":1", "\"step\":1.5", "\"step\" holds 1.5")]
    [InlineData(7, "\"step\":1", "\"step\":99999999999", "\"step\" holds 99999999999")]
    [InlineData(7, "\"step\":1", "\"step\":1,\"step\":1", "the key \"step\" stands twice")]
    [InlineData(7, "\"step\":1", "\"stop\":1", "the key \"stop\" is not known here")]
    [InlineData(7, "\"step\":1,", "", "the key \"step\" is missing")]
    [InlineData(7, "\"z1\"", "\"\\ud800\"", "is not Unicode")]
    [InlineData(7, "\"step\"", "\"\\ud800\"", "a key of the line is not Unicode")]
    [InlineData(62, "60", "61", "the end line counts 61 records, and there are 60")]
    [InlineData(62, "60", "-0", "\"records\" holds -0")]
    [InlineData(62, "true", "false", "\"end\" is false")]
    [InlineData(62, "}", ",\"time\":1}", "the key \"time\" is not known here")]
    [InlineData(1, "squared-error", "hinge", "there is no loss \"hinge\"")]
    [InlineData(1, "squared-error", "cross-entropy-", "there is no loss")]
    [InlineData(1, "\"sigmoid\",\"sigmoid\"", "\"sigmoid\"", "there are 3 sizes and 1 activations")]
    [InlineData(1, "\"sigmoid\"]", "\"sign\"]", "there is no activation \"sign\"")]
    [InlineData(1, "[2,2,2]", "[2,0,2]", "a size is 0")]
    [InlineData(1, "\"learningRate\":0.5", "\"learningRate\":-0.5", "the learning rate is -0.5")]
    [InlineData(1, "jacobian", "shortcut", "the shortcut does not hold for sigmoid with squared-error")]
    [InlineData(1, "\"batch\":1", "\"batch\":0", "\"batch\" is 0")]
    [InlineData(1, "\"batch\":1", "\"batch\":-0", "\"batch\" holds -0")]
    [InlineData(1, "[2,2,2]", "[2,-0,2]", "\"sizes\" holds -0")]
    [InlineData(1, "\"learningRate\":0.5", "\"learningRate\":-0", "the learning rate is -0")]
    [InlineData(1, "\"mean\"", "\"average\"", "\"reduction\" is \"average\"")]
    [InlineData(1, "mazur", "ma zur", "\"example\" is no name")]
    public void Verify_OfAFault_NamesTheLineAndWhatWasExpected(int line, string before, string after, string problem)
    {
        TraceFault fault = Verified.AssertFault(ReplaceInLine(Mazur, line, before, after), line, problem);

        Assert.EndsWith(".", fault.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_OfARemovedLine_NamesWhatIsMissing()
    {
        List<string> lines = [.. Mazur.Split('\n')];
        lines.RemoveAt(7);

        Verified.AssertFault(string.Join('\n', lines), 8, "1/0/z2 stands here, and 1/0/a1 was expected");
    }

    [Fact]
    public void Verify_OfRemovedBiases_NamesThePlaceWhereTheyStood()
    {
        List<string> lines = [.. Mazur.Split('\n')];
        lines.RemoveAt(2);

        Verified.AssertFault(string.Join('\n', lines), 3, "1//b1 was expected here, since line 6 (1/0/z1) reads it");
    }

    [Fact]
    public void Verify_OfADoubledLine_SaysThatItStandsTwice()
    {
        List<string> lines = [.. Mazur.Split('\n')];
        lines.Insert(7, lines[6]);

        Verified.AssertFault(string.Join('\n', lines), 8, "1/0/z1 stands a second time");
    }

    [Fact]
    public void Verify_OfATraceCutAnywhere_SaysIncomplete()
    {
        string[] lines = Mazur.Split('\n');
        for (int kept = 1; kept < lines.Length - 1; kept++)
        {
            string text = string.Concat(lines.Take(kept).Select(line => $"{line}\n"));
            string half = text + lines[kept][..(lines[kept].Length / 2)];

            Verified.AssertFault(text, kept + 1, $"the trace is incomplete: the file ends after {kept - 1} records without its end line");
            Verified.AssertFault(half, kept + 1, "the trace is incomplete: the file ends in the middle of this line");
        }
    }

    [Fact]
    public void Verify_OfALineCutInItsMiddle_SaysIncomplete()
    {
        Verified.AssertFault(Mazur[..^60], 61, "the trace is incomplete: the file ends in the middle of this line");
        Verified.AssertFault(Mazur[..^1], 62, "the end line has no line feed; the trace is incomplete");
    }

    [Fact]
    public void Verify_OfALineAfterTheEnd_RefusesIt()
    {
        Verified.AssertFault($"{Mazur}\n", 63, "a line follows the end line");
        Verified.AssertFault(Mazur + Mazur, 63, "a line follows the end line");
    }

    [Fact]
    public void Verify_OfOtherLineEnds_SaysWhichAreMeant()
    {
        Verified.AssertFault(Mazur.ReplaceLineEndings("\r\n"), 1, "the line ends with a carriage return");
        Verified.AssertFault("\uFEFF" + Mazur, 1, "the file begins with a byte order mark");
        Verified.AssertFault(Mazur.Replace("\n", "\n\n", StringComparison.Ordinal), 2, "the line is not JSON");
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("hello\n", "the line is not JSON")]
    [InlineData("[1,2]\n", "the line holds an array")]
    [InlineData("{\"layers\":[]}\n", "the line has no key \"format\"")]
    [InlineData("{\"format\":\"loopnet-trace/3\"}\n", "the format is \"loopnet-trace/3\"; expected \"loopnet-trace/2\" or, from before it, \"loopnet-trace/1\"")]
    public void Verify_OfWhatIsNoTrace_IsUnreadable(string text, string problem)
    {
        TraceVerdict verdict = Verified.Verdict(text);

        Assert.Equal(TraceOutcome.Unreadable, verdict.Outcome);
        Assert.Contains(problem, verdict.Fault!.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_OfFilesThatCannotBeRead_IsUnreadable()
    {
        using TemporaryFolder folder = new();
        string binary = Path.Combine(folder.Path, "binary.jsonl");
        File.WriteAllBytes(binary, [0x1f, 0x8b, 0xff, 0xfe, 0x00, 0x0a]);

        Assert.Equal(TraceOutcome.Unreadable, TraceVerifier.Verify(Path.Combine(folder.Path, "none.jsonl")).Outcome);
        Assert.Equal(TraceOutcome.Unreadable, TraceVerifier.Verify(folder.Path).Outcome);
        Assert.Equal(TraceOutcome.Unreadable, TraceVerifier.Verify(binary).Outcome);
    }

    [Fact]
    public void Verify_OfBytesThatAreNoText_SaysSo()
    {
        using TemporaryFolder folder = new();
        byte[] bytes = Encoding.UTF8.GetBytes(Mazur);
        bytes[Mazur.IndexOf("z1", StringComparison.Ordinal)] = 0xff;
        string path = Path.Combine(folder.Path, "bytes.trace.jsonl");
        File.WriteAllBytes(path, bytes);

        TraceVerdict verdict = TraceVerifier.Verify(path);

        Assert.NotEqual(TraceOutcome.Follows, verdict.Outcome);
        Assert.Contains("not UTF-8", verdict.Fault!.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_OfALineWithoutEnd_StopsReading()
    {
        string text = Mazur.Split('\n')[0] + "\n" + new string(' ', 1 << 22);

        Verified.AssertFault(text, 2, "the line is longer than");
    }

    private static string ReplaceInLine(string text, int line, string before, string after)
    {
        string[] lines = text.Split('\n');
        int place = lines[line - 1].IndexOf(before, StringComparison.Ordinal);
        Assert.True(place >= 0, $"line {line} has no {before}: {lines[line - 1]}");
        lines[line - 1] = lines[line - 1].Remove(place, before.Length).Insert(place, after);
        return string.Join('\n', lines);
    }
}
