using System.CommandLine;
using LoopNet.Checking;

namespace LoopNet.Cli;

/// <summary><c>loopnet check</c>: verifies a trace.</summary>
internal static class CheckVerb
{
    private const string TraceEnding = ".jsonl";

    private const string Explanation = """
        Derives every record of a trace (NAME.trace.jsonl) again from its operands in the file: their list and order have to
        be those of docs/trace-format.md, sums, products and quotients have to agree to the bit, exp, ln and tanh to 2 units in
        the last place, and the parameters of a step have to be those that the step before ended with. The first record
        that does not follow is named, with what stands there and what follows.

        The exit status is 0 where the trace follows, 1 where it does not or is cut off, and 2 where the file is no trace.
        """;

    /// <summary>Makes the verb.</summary>
    public static Verb Create(Terminal terminal)
    {
        Argument<string> trace = new("TRACE") { Description = "The trace to verify, a file that ends in .jsonl." };
        Verb verb = new("check", "derive every record of a trace again")
        {
            Explanation = Explanation,
            Examples = [("loopnet check traces/mazur.trace.jsonl", "Verify a trace.")],
        };
        verb.Arguments.Add(trace);
        verb.SetAction(parse =>
        {
            string path = parse.GetValue(trace)!;
            bool isTrace = path.EndsWith(TraceEnding, StringComparison.OrdinalIgnoreCase);
            return isTrace ? CheckTrace(path, terminal) : throw new UsageException($"a trace ends in {TraceEnding}, and '{path}' does not");
        });
        return verb;
    }

    private static int CheckTrace(string path, Terminal terminal)
    {
        TraceVerdict verdict = TraceVerifier.Verify(path);
        if (verdict.Outcome == TraceOutcome.Unreadable)
        {
            TraceFault fault = verdict.Fault!;
            string line = fault.Line > 0 ? $"line {fault.Line}: " : "";
            terminal.Note($"{path}: {line}{fault.Problem}. {fault.Advice}");
            return ExitStatus.BadInput;
        }

        foreach (string line in TraceReport.Lines(path, verdict))
        {
            terminal.Output.WriteLine(line);
        }

        return verdict.Outcome == TraceOutcome.Follows ? ExitStatus.Done : ExitStatus.CheckFailed;
    }
}
