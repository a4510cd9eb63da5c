using System.CommandLine;
using System.Globalization;
using LoopNet.Checking;
using LoopNet.Data;
using LoopNet.Tracing;

namespace LoopNet.Cli;

/// <summary>The options <c>--worksheet</c> and <c>--key</c>: the sheet to fill in, and the answers, beside an exercise.</summary>
internal sealed class ExerciseSheets
{
    /// <summary>The forms in which sheets are written; the first, a file of answers, where none is asked for.</summary>
    private static readonly string[] Forms = [WorksheetFile.Json, .. WorksheetFile.Forms.Where(form => form != WorksheetFile.Json)];

    private readonly Option<string?> _worksheet = Create("--worksheet", "Write the sheet to fill in, too");
    private readonly Option<string?> _key = Create("--key", "Write the answers, too");

    /// <summary>The options, in the order of the help.</summary>
    public IReadOnlyList<Option> All => [_worksheet, _key];

    /// <summary>The first of them that was given; null where none was.</summary>
    public string? Given(ParseResult parse) => All.FirstOrDefault(option => parse.GetResult(option) is { Implicit: false })?.Name;

    /// <summary>The files beside an exercise.</summary>
    /// <param name="parse">The command line.</param>
    /// <param name="example">The file of the exercise; null where it goes to standard output.</param>
    public (OutputFile Worksheet, OutputFile Key) Beside(ParseResult parse, string? example)
    {
        return (Of(parse, _worksheet, example, "worksheet"), Of(parse, _key, example, "key"));
    }

    /// <summary>The files of an exercise in a folder of exercises, below folders of their own: keys are not given out with sheets.</summary>
    /// <param name="parse">The command line.</param>
    /// <param name="folder">The folder of the exercises.</param>
    /// <param name="name">The exercise.</param>
    public (OutputFile Worksheet, OutputFile Key) InFolder(ParseResult parse, string folder, string name)
    {
        OutputFile Below(Option<string?> option, string below) => new(option.Name, Form(parse, option) is string form ? Path.Join(folder, below, $"{name}.{form}") : null);
        return (Below(_worksheet, "worksheets"), Below(_key, "keys"));
    }

    /// <summary>Writes the sheet of an exercise.</summary>
    /// <param name="exercise">The exercise.</param>
    /// <param name="path">The file, whose ending says the form.</param>
    /// <param name="check">The command line that checks it when it is filled in.</param>
    public static void WriteWorksheet(Exercise exercise, string path, string check)
    {
        WorksheetFile.Write(path, Worksheet.Of(exercise.Example, exercise.Plan.Steps), check);
    }

    /// <summary>Writes the answers of an exercise.</summary>
    /// <param name="exercise">The exercise.</param>
    /// <param name="path">The file, whose ending says the form.</param>
    public static void WriteKey(Exercise exercise, string path)
    {
        if (OutputFile.HasEnding(path, $".{WorksheetFile.Json}"))
        {
            WholeFile.Write(path, KeyJson.Write(exercise));
            return;
        }

        Worksheet worksheet = Worksheet.Of(exercise.Example, exercise.Plan.Steps);
        Dictionary<NumberName, double> values = exercise.Key.ToDictionary(number => number.Name, number => double.Parse(number.Text, CultureInfo.InvariantCulture));
        WorksheetFile.Write(path, worksheet, check: "", new WorksheetKey(worksheet, new Numbers(exercise.Plan.Digits), name => values[name]));
    }

    private static Option<string?> Create(string name, string what)
    {
        return new Option<string?>(name) { HelpName = "FORM|FILE", Arity = ArgumentArity.ZeroOrOne, Description = $"{what}: beside the exercise in a form ({string.Join(", ", Forms)}), or into a file. Default: {Forms[0]}." };
    }

    // The form of the sheets; null where none is asked for.
    private static string? Form(ParseResult parse, Option<string?> option)
    {
        if (parse.GetResult(option) is not { Implicit: false })
        {
            return null;
        }

        string form = parse.GetValue(option) ?? Forms[0];
        return Forms.Contains(form) ? form : throw new UsageException($"{option.Name} of several exercises is followed by a form ({string.Join(", ", Forms)}), not by '{form}'");
    }

    private static OutputFile Of(ParseResult parse, Option<string?> option, string? example, string what)
    {
        string? given = parse.GetResult(option) is { Implicit: false } ? parse.GetValue(option) ?? Forms[0] : null;
        if (given is null)
        {
            return new OutputFile(option.Name, null);
        }

        if (!Forms.Contains(given))
        {
            return Array.Exists(Forms, form => OutputFile.HasEnding(given, $".{form}"))
                ? new OutputFile(option.Name, given)
                : throw new UsageException($"{option.Name} {given}: give a form ({string.Join(", ", Forms)}), or a file whose name ends in one: {Path.ChangeExtension(given, Forms[0])}");
        }

        return example is null
            ? throw new UsageException($"{option.Name} stands beside the file of the exercise: give --out FILE, or {option.Name} FILE.{given}")
            : new OutputFile(option.Name, Path.ChangeExtension(example, $"{what}.{given}"));
    }
}
