using System.CommandLine;
using LoopNet.Checking;
using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>The options of <c>loopnet check</c> that grade many sheets at once.</summary>
internal sealed class ClassOptions
{
    private readonly Option<string?> _exercises = new("--exercises")
    {
        HelpName = "FOLDER",
        Description = "Grade the answers to the exercises of this folder, as loopnet exercise --count makes it; ANSWERS take the place of EXAMPLE, and each is paired with its exercise by the ID in its name.",
    };

    private readonly Option<string?> _csv = new("--csv")
    {
        HelpName = "FILE",
        Arity = ArgumentArity.ZeroOrOne,
        Description = "Write the table of the class as CSV, into a file NAME.csv or, where none is named, to standard output.",
    };

    private readonly Option<int?> _points = NumberOption.WholeOrNone("--points", "Give every sheet that can be read at least N points.", smallest: 0);

    /// <summary>The options, in the order of the help.</summary>
    public IReadOnlyList<Option> All => [_exercises, _csv, _points];

    /// <summary>The first of them that was given; null where none was.</summary>
    public string? Given(ParseResult parse) => All.FirstOrDefault(option => parse.GetResult(option) is { Implicit: false })?.Name;

    /// <summary>Whether a class is graded: by an option of it, or since there are several files.</summary>
    /// <param name="parse">The command line.</param>
    /// <param name="answers">The files and folders of answers.</param>
    public bool AreMeant(ParseResult parse, string[] answers)
    {
        return answers.Length > 1 || answers.Any(Directory.Exists) || Given(parse) is not null;
    }

    /// <summary>Grades the class.</summary>
    /// <param name="parse">The command line.</param>
    /// <param name="subject">Its first argument.</param>
    /// <param name="answers">Its other arguments.</param>
    /// <param name="names">The names in which numbers are read and shown.</param>
    /// <param name="json">Whether the report is one JSON object.</param>
    /// <param name="terminal">Where the report goes.</param>
    public int Grade(ParseResult parse, string subject, string[] answers, SheetNames names, bool json, Terminal terminal)
    {
        string? folder = parse.GetValue(_exercises);
        bool isCsv = parse.GetResult(_csv) is { Implicit: false };
        OutputFile csv = Csv(parse.GetValue(_csv), isCsv && json);
        IReadOnlyList<SheetFile> files = SheetFile.In(folder is null ? answers : [subject, .. answers]);
        if (files.Count == 0)
        {
            throw new UsageException($"give the files or the folder of the answers to {subject}");
        }

        OutputFile.CheckApart([csv], [.. files.Select(file => file.Path)]);
        ClassCheck check = new(names, parse.GetValue(_points) ?? 0, terminal.Interrupted);
        ClassReport report = folder is null ? check.OfOneExample(subject, files) : check.OfExercises(folder, files);
        Write(report, isCsv, csv.Path, json, terminal);
        return report.Count(SheetStatus.Unread) > 0 ? ExitStatus.BadInput : report.AllRight ? ExitStatus.Done : ExitStatus.CheckFailed;
    }

    private static OutputFile Csv(string? path, bool both)
    {
        if (both && path is null)
        {
            throw new UsageException("--csv and --json both write to standard output; give one of them, or a file behind --csv");
        }

        if (path is not null && !OutputFile.HasEnding(path, ".csv"))
        {
            throw new UsageException($"--csv {path}: give a name that ends in .csv, or put --csv at the end of the line");
        }

        OutputFile file = new("--csv", path);
        file.Check();
        return file;
    }

    private static void Write(ClassReport report, bool isCsv, string? path, bool json, Terminal terminal)
    {
        string table = isCsv ? CsvText.Of(ClassRows.Of(report)) : "";
        if (path is not null)
        {
            WholeFile.Write(path, table);
        }

        if (json)
        {
            terminal.Output.Write($"{ClassJson.Text(report)}\n");
        }
        else if (isCsv && path is null)
        {
            terminal.Output.Write(table);
        }
        else
        {
            ClassTable.Write(report, terminal.Output, terminal.Width);
        }
    }
}
