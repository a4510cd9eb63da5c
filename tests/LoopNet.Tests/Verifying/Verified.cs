using System.Text;
using LoopNet.Tests.Tracing;
using LoopNet.Verifying;

namespace LoopNet.Tests.Verifying;

/// <summary>Traces to verify.</summary>
internal static class Verified
{
    /// <summary>The trace of an example, as the command writes it.</summary>
    public static string Text(Example example) => Encoding.UTF8.GetString(WrittenTrace.Bytes(example));

    /// <summary>A committed trace.</summary>
    public static string Committed(string name) => Repository.Read($"traces/{name}.trace.jsonl");

    /// <summary>The verdict on a text.</summary>
    public static TraceVerdict Verdict(string text) => TraceVerifier.Verify(new StringReader(text));

    /// <summary>Asserts that a text follows.</summary>
    public static TraceVerdict AssertFollows(string text)
    {
        TraceVerdict verdict = Verdict(text);
        Assert.True(verdict.Outcome == TraceOutcome.Follows, $"line {verdict.Fault?.Line}: {verdict.Fault?.Problem}");
        Assert.Equal(text.Count(letter => letter == '\n') - 2, verdict.Records);
        return verdict;
    }

    /// <summary>Asserts that a text follows to the bit, with exp, ln and tanh correctly rounded.</summary>
    public static TraceVerdict AssertFollowsToTheBit(string text)
    {
        TraceVerdict verdict = AssertFollows(text);
        Assert.True(verdict.NotRounded is null, $"line {verdict.NotRounded?.Line}: {verdict.NotRounded?.Problem}");
        Assert.Equal(TraceOutcome.Follows, TraceVerifier.Verify(new StringReader(text), strict: true).Outcome);
        return verdict;
    }

    /// <summary>Asserts that a text does not follow, and where.</summary>
    public static TraceFault AssertFault(string text, int line, string problem)
    {
        TraceVerdict verdict = Verdict(text);
        Assert.Equal(TraceOutcome.DoesNotFollow, verdict.Outcome);
        Assert.Contains(problem, verdict.Fault!.Problem, StringComparison.Ordinal);
        Assert.Equal(line, verdict.Fault.Line);
        return verdict.Fault;
    }
}
