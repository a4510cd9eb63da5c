using System.CommandLine;
using System.Globalization;
using LoopNet.Checking;
using LoopNet.Data;
using LoopNet.Verifying;

namespace LoopNet.Cli;

/// <summary><c>loopnet check</c>: checks a hand calculation, or verifies a trace.</summary>
internal static class CheckVerb
{
    private const string TraceEnding = ".jsonl";

    private const string Explanation = """
        With an example and a file of answers, judges every number of a hand calculation at the precision at which it is written. The first
        wrong one, in the order of computation, is shown with its derivation; the known mistake that gives exactly that
        number is named and explained; and later numbers that follow from an earlier error are told apart from new ones.
        docs/mistakes.md has the file's format and all mistakes; loopnet worksheet writes the blank form.

        With a trace alone (NAME.trace.jsonl), derives every record of it again from its operands in the file: their list and order
        have to be those of docs/trace-format.md, every number has to agree to the bit, and the parameters of a step have to be those
        that the step before ended with. The first record that does not follow is named, with what stands there and what follows.
        A trace whose exp, ln and tanh are within 2 units in the last place of the nearest doubles follows too, since other
        libraries round them so; the report tells of it, and --strict refuses it.

        With several files, or with a folder, grades a class: the commonest mistake, and a line for each sheet with the numbers that are right, its
        points, its first wrong number and what is behind it. A point is given for each number that is asked for and right, or right given the
        student's own earlier numbers. A file that cannot be read has its line, too, and does not stop the others. docs/class.md goes
        through it.

        The exit status is 0 where nothing is wrong, 1 where something is or a trace is cut off, and 2 where a file cannot be read: of a
        class, where one of its files cannot.
        """;

    /// <summary>Makes the verb.</summary>
    public static Verb Create(Terminal terminal)
    {
        Argument<string> subject = new("EXAMPLE|TRACE") { Description = "A file of a worked example or the name of a shipped one; or a trace to verify, a file that ends in .jsonl." };
        Argument<string[]> answers = new("ANSWERS")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "Your numbers: a JSON object of names to numbers or nested arrays, complete or not. Several files or a folder: those of a class.",
        };
        Option<bool> json = new("--json") { Description = "Write the report on answers as one JSON object, for programs." };
        Option<bool> strict = new("--strict") { Description = "Refuse a trace whose exp, ln and tanh are not correctly rounded, to the bit." };
        Option<string?> html = new("--html") { HelpName = "FILE", Description = "Also write a page in which your numbers stand beside the right ones, with the first wrong one pinned." };
        NotationOption notation = new();
        ClassOptions ofClass = new();
        return new Verb("check", "find the first wrong number of a hand calculation, or of a trace")
        {
            Explanation = Explanation,
            Examples =
            [
                ("loopnet check mazur answers.json", "Check answers to a shipped example."),
                ("loopnet check mazur answers.json --notation mazur", "Answers in the names of its page."),
                ("loopnet check mazur answers.json --html answers.html", "The same, and a page of it."),
                ("loopnet check traces/mazur.trace.jsonl", "Verify a trace."),
                ("loopnet check mazur handed-in --csv class.csv", "Grade all files of a folder."),
                ("loopnet check --exercises class7 handed-in", "Grade answers to exercises, each to its own."),
            ],
            Takes = [subject, answers, .. notation.All, json, html, .. ofClass.All, strict],
            Run = parse =>
            {
                (string first, string[] files) = (parse.GetValue(subject)!, parse.GetValue(answers) ?? []);
                SheetNames names = new(notation.Notation(parse), notation.Shown(parse));
                bool isOfTrace = IsTrace(first) || parse.GetValue(strict);
                if (isOfTrace && ofClass.Given(parse) is string option)
                {
                    throw new UsageException($"{option} is for the answers of a class; leave it out for a trace");
                }

                Reports reports = new(parse.GetValue(json), parse.GetValue(html));
                if (!ofClass.AreMeant(parse, files) || isOfTrace)
                {
                    return Check(first, files.FirstOrDefault(), names, reports, parse.GetValue(strict), terminal);
                }

                return reports.Page is null
                    ? ofClass.Grade(parse, first, files, names, reports.Json, terminal)
                    : throw new UsageException("--html is for one file of answers; leave it out for a class");
            },
        };
    }

    private static bool IsTrace(string subject) => subject.EndsWith(TraceEnding, StringComparison.OrdinalIgnoreCase);

    private static int Check(string subject, string? answers, SheetNames names, Reports reports, bool strict, Terminal terminal)
    {
        return (IsTrace(subject), answers) switch
        {
            (false, null) => throw new UsageException($"give the file of the answers to {subject}; or a trace alone, which ends in {TraceEnding}"),
            (false, _) when strict => throw new UsageException("--strict is for a trace; leave it out for answers"),
            (false, _) => CheckAnswers(subject, answers, names, reports, terminal),
            (true, not null) => throw new UsageException($"a trace is verified by itself: leave {answers} out, or name an example in place of {subject}"),
            (true, null) when names.Notation is not null => throw new UsageException($"--notation is for answers; a trace is in LoopNet's names"),
            (true, null) when reports.Page is not null => throw new UsageException("--html is for answers; loopnet trace writes the page of a trace"),
            (true, null) when reports.Json => throw new UsageException("--json is for answers; leave it out for a trace"),
            (true, null) => CheckTrace(subject, strict, terminal),
        };
    }

    private static int CheckAnswers(string exampleArgument, string answersPath, SheetNames names, Reports reports, Terminal terminal)
    {
        OutputFile page = new("--html", reports.Page);
        page.Check();
        OutputFile.CheckApart([page], ExampleArgument.FileOf(exampleArgument), answersPath);
        CheckReport report = SheetCheck.Of(ExampleArgument.Resolve(exampleArgument), answersPath, names, terminal.Interrupted);
        if (reports.Page is not null)
        {
            WholeFile.Write(reports.Page, Page(report));
        }

        if (reports.Json)
        {
            terminal.Output.Write($"{JsonReport.Text(report)}\n");
        }
        else
        {
            TextReport.Write(report, terminal.Output, terminal.Width);
        }

        return report.AllRight ? ExitStatus.Done : ExitStatus.CheckFailed;
    }

    private static string Page(CheckReport report)
    {
        using StringWriter page = new(CultureInfo.InvariantCulture);
        try
        {
            PageReport.Write(report, page);
        }
        catch (CheckException exception)
        {
            throw new DataException($"--html: {exception.Message}.", exception);
        }

        return page.ToString();
    }

    private sealed record Reports(bool Json, string? Page);

    private static int CheckTrace(string path, bool strict, Terminal terminal)
    {
        TraceVerdict verdict = TraceVerifier.Verify(path, strict);
        if (verdict.Outcome == TraceOutcome.Unreadable)
        {
            TraceFault fault = verdict.Fault!;
            string line = fault.Line > 0 ? Invariant($"line {fault.Line}: ") : "";
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
