using System.CommandLine;
using LoopNet.Checking;
using LoopNet.Data;
using LoopNet.Tracing;

namespace LoopNet.Cli;

/// <summary><c>loopnet worksheet</c>: the blank form of a worked example.</summary>
internal static class WorksheetVerb
{
    private const string Explanation = """
        Writes the blank form of a worked example, to be filled in by hand: what is given, and every number to compute, in the
        order of computation, each under its equation and formula. As html it is a page to print on A4 or Letter, with the network drawn,
        space to work and a box for every number; in a browser, print it. As json, csv and xlsx it is a file of answers to fill in, wholly or in
        part: loopnet check reads it. With --key the same form is filled in.

        Left out are dz/dW and dz/da, which are copies of outputs and weights; --only asks for them, too. A form has 500
        numbers at most.
        """;

    private const string OnlyHelp = """
        Ask for these tensors or numbers only, for example dL/dz2,dL/dW1[0,1],2/0/L. Without STEP/SAMPLE/ before it, a name
        means step 1 and sample 0.
        """;

    private const int KeyDigits = 6;

    /// <summary>Makes the verb.</summary>
    public static Verb Create(Terminal terminal)
    {
        Argument<string?> example = ExampleArgument.Create(ArgumentArity.ExactlyOne);
        Option<string?> file = new("--out") { HelpName = "FILE", Description = "The file to write, NAME.html, NAME.json, NAME.csv or NAME.xlsx; standard output where it is left out." };
        Option<string?> format = new("--format") { HelpName = "FORMAT", Description = "The form: html, json, csv or xlsx. Default: as the file's name ends, else json." };
        format.CompletionSources.Add([.. WorksheetFile.Forms]);
        Option<string?> only = new("--only") { HelpName = "NAMES", Description = OnlyHelp };
        Option<int> steps = NumberOption.Whole("--steps", "Ask for N updates.", smallest: 1, standard: 1, Example.MostSteps);
        Option<bool> key = new("--key") { Description = "Fill the form in: the key." };
        Option<int> digits = NumberOption.Whole("--digits", "The significant digits of the key's numbers, 1 to 17.", smallest: 1, standard: KeyDigits, Numbers.MostDigits);
        NotationOption notation = new();
        return new Verb("worksheet", "write the blank form of a worked example")
        {
            Explanation = Explanation,
            Examples =
            [
                ("loopnet worksheet mazur --out answers.json", "An answers file to fill in."),
                ("loopnet worksheet tiny --out tiny.html", "A page to print."),
                ("loopnet worksheet tiny --out key.html --key --digits 4", "The same page filled in, to four digits."),
                ("loopnet worksheet mazur --out answers.xlsx", "A workbook to fill in."),
                ("loopnet worksheet mazur --only 'dL/dz2,dL/dW2,2/0/L'", "Two gradients, and the loss of step 2."),
            ],
            Takes = [example, file, format, key, digits, only, steps, .. notation.All],
            Run = parse =>
            {
                string? path = parse.GetValue(file) is "-" ? null : parse.GetValue(file);
                string form = Form(parse.GetValue(format), path);
                string? names = parse.GetValue(only);
                if (names is not null && parse.GetResult(steps) is { Implicit: false })
                {
                    throw new UsageException("--steps and --only cannot be given both: a name in --only says its step, as 2/0/L");
                }

                if (!parse.GetValue(key) && parse.GetResult(digits) is { Implicit: false })
                {
                    throw new UsageException("--digits is for the numbers of a key; add --key, or leave it out");
                }

                OutputFile output = new("--out", path);
                output.Check();
                string argument = parse.GetValue(example)!;
                string source = ExampleArgument.FileOf(argument);
                OutputFile.CheckApart([output], source);
                Example chosen = ExampleFile.Read(source);
                OwnNames own = new(chosen, notation.Notation(parse) ?? chosen.Notation, notation.Shown(parse));
                Worksheet worksheet = Worksheet.Of(own, parse.GetValue(steps), Chosen(own, names));
                WorksheetKey? filled = parse.GetValue(key) ? new WorksheetKey(worksheet, new Numbers(parse.GetValue(digits))) : null;
                string check = CheckLine(form, argument, path, notation.Argument(parse));
                if (path is null)
                {
                    terminal.Output.Write(WorksheetFile.Text(form, worksheet, check, filled));
                }
                else
                {
                    WorksheetFile.Write(path, worksheet, check, filled, form);
                    terminal.Output.WriteLine(path);
                }

                return ExitStatus.Done;
            },
        };
    }

    // The form that is asked for, or that the name of the file says; both have to be the same.
    private static string Form(string? format, string? path)
    {
        if (format is not null && !WorksheetFile.Forms.Contains(format, StringComparer.Ordinal))
        {
            throw new UsageException($"--format is html, json, csv or xlsx, not '{format}'{NearWord.Question(format, [.. WorksheetFile.Forms])}");
        }

        string? ending = path is null ? null : WorksheetFile.FormOf(path);
        if (format is not null && ending is not null && format != ending)
        {
            throw new UsageException($"--out {path} says {ending} and --format says {format}; leave --format out, or give a name that ends in .{format}");
        }

        if (format is null && ending is null && path is { Length: > 0 } && !Directory.Exists(path))
        {
            throw new UsageException($"--out {path}: a worksheet is {WorksheetFile.InWords}; give a name that ends in one of these");
        }

        return format ?? ending ?? WorksheetFile.Json;
    }

    // Answers in JSON say themselves in which notation they are; a table does not.
    private static string CheckLine(string form, string example, string? path, string? notation)
    {
        string spoken = form == WorksheetFile.Json || notation is null ? "" : $" --notation {ShellWord.Of(notation)}";
        return $"loopnet check {ShellWord.Of(example)} {(path is null ? "FILE" : ShellWord.Of(path))}{spoken}";
    }

    // A comma separates two names, but not two indexes: dL/dz2,dL/dW1[0,1].
    private static List<NumberName> Chosen(OwnNames own, string? list)
    {
        List<NumberName> names = [];
        int start = 0;
        for (int end = 0; list is not null && end <= list.Length; end++)
        {
            string name = list[start..end];
            bool isWhole = name.Count(letter => letter == '[') == name.Count(letter => letter == ']');
            if (end == list.Length || (list[end] == ',' && isWhole))
            {
                names.AddRange(Chosen(own.Find, name));
                start = end + 1;
            }
        }

        return names;
    }

    private static IEnumerable<NumberName> Chosen(Func<string, NumberView> find, string text)
    {
        try
        {
            NumberView view = find(text);
            return view.IsWholeTensor ? [view.Whole] : view.Indexes().Select(view.At);
        }
        catch (FormatException exception)
        {
            throw new UsageException($"--only: {exception.Message}");
        }
    }
}
