using System.CommandLine;
using System.CommandLine.Invocation;

namespace LoopNet.Cli;

/// <summary>Answers <c>--help</c>: what the command or a verb does, how it is called, and command lines to try.</summary>
internal sealed class HelpPage : SynchronousCommandLineAction
{
    private const int Width = 100;

    /// <inheritdoc/>
    public override bool Terminating => true;

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <summary>The words that call a command, for example <c>loopnet train</c>.</summary>
    public static string FullName(Command command) => command is RootCommand ? "loopnet" : $"loopnet {Words(command)}";

    /// <summary>The words that call a verb, without the command's own: <c>train</c>, <c>data download</c>.</summary>
    public static string Words(Command verb)
    {
        Command? above = verb.Parents.OfType<Command>().FirstOrDefault();
        return above is null or RootCommand ? verb.Name : $"{Words(above)} {verb.Name}";
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        Command command = parseResult.CommandResult.Command;
        TextWriter output = parseResult.InvocationConfiguration.Output;
        if (command is Verb verb)
        {
            WriteVerb(verb, parseResult.RootCommandResult.Command, output);
        }
        else
        {
            WriteRoot(command, output);
        }

        return ExitStatus.Done;
    }

    private static void WriteRoot(Command root, TextWriter output)
    {
        WriteParagraphs(root.Description!, output);
        output.WriteLine();
        output.WriteLine("Usage: loopnet VERB [options]");
        WriteRows("Verbs:", [.. root.Subcommands.Select(verb => (verb.Name, verb.Description!))], output);
        WriteRows("Options:", [.. root.Options.Select(OptionRow)], output);
        WriteRows(
            "Exit status:",
            [
                ("0", "What was asked for is done."),
                ("1", "The check that was asked for failed: an answer or a gradient is wrong, or a trace does not follow."),
                ("2", "The command line or a file cannot be used; one sentence on standard error says why."),
                ("130", "Interrupted with Ctrl-C, or ended by the system (SIGTERM, SIGHUP); no file is left half-written."),
            ],
            output);
        output.WriteLine();
        output.WriteLine("Example:");
        foreach ((string commandLine, string effect) in root.Subcommands.OfType<Verb>().First().Examples.Take(1))
        {
            WriteExample(commandLine, effect, output);
        }
    }

    private static void WriteVerb(Verb verb, Command root, TextWriter output)
    {
        output.WriteLine($"{FullName(verb)}: {verb.Description}");
        output.WriteLine();
        output.WriteLine($"Usage: {Usage(verb)}");
        foreach (Verb below in verb.Subcommands.OfType<Verb>())
        {
            output.WriteLine($"       {Usage(below)}");
        }

        output.WriteLine();
        WriteParagraphs(verb.Explanation, output);
        if (verb.Subcommands.Count > 0)
        {
            string title = $"Verbs of {verb.Name}, each with a --help of its own:";
            WriteRows(title, [.. verb.Subcommands.Select(below => (below.Name, below.Description!))], output);
        }

        if (verb.Arguments.Count > 0)
        {
            WriteRows("Arguments:", [.. verb.Arguments.Select(argument => (argument.Name, argument.Description!))], output);
        }

        WriteRows("Options:", [.. verb.Options.Concat(root.Options.Where(option => option.Recursive)).Select(OptionRow)], output);
        output.WriteLine();
        output.WriteLine(verb.Examples.Length == 1 ? "Example:" : "Examples:");
        foreach ((string commandLine, string effect) in verb.Examples)
        {
            WriteExample(commandLine, effect, output);
        }
    }

    private static string Usage(Verb verb)
    {
        List<string> words = [FullName(verb)];
        foreach (Argument argument in verb.Arguments)
        {
            bool isOptional = argument.Arity.MinimumNumberOfValues == 0;
            words.Add(isOptional ? $"[{argument.Name}]" : argument.Name);
        }

        foreach (Option option in verb.Options.Where(option => option.Required))
        {
            words.Add($"{option.Name} {option.HelpName}");
        }

        words.Add("[options]");
        return string.Join(' ', words);
    }

    private static (string Name, string Text) OptionRow(Option option)
    {
        string name = option.HelpName is null ? option.Name : $"{option.Name} {option.HelpName}";
        object? value = option.HelpName is not null && option.HasDefaultValue ? option.GetDefaultValue() : null;
        string shown = value is "." ? "the current folder" : Invariant($"{value}");
        string standard = value is null ? "" : $" Default: {shown}.";
        return (name, option.Description + standard);
    }

    private static void WriteExample(string commandLine, string effect, TextWriter output)
    {
        output.WriteLine($"  {commandLine}");
        WriteWrapped(effect, output, indent: 6);
    }

    private static void WriteParagraphs(string text, TextWriter output)
    {
        string[] paragraphs = text.ReplaceLineEndings("\n").Split("\n\n");
        for (int index = 0; index < paragraphs.Length; index++)
        {
            if (index > 0)
            {
                output.WriteLine();
            }

            WriteWrapped(paragraphs[index], output);
        }
    }

    private static void WriteRows(string title, (string Name, string Text)[] rows, TextWriter output)
    {
        int indent = rows.Max(row => row.Name.Length) + 4;
        output.WriteLine();
        output.WriteLine(title);
        foreach ((string name, string text) in rows)
        {
            WriteWrapped(text, output, indent, $"  {name}");
        }
    }

    // The first line begins with a start; all are indented.
    private static void WriteWrapped(string text, TextWriter output, int indent = 0, string start = "")
    {
        foreach (string line in TextWrap.Lines(text, Width - indent))
        {
            output.WriteLine(start.PadRight(indent) + line);
            start = "";
        }
    }
}
