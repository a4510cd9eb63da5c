using System.CommandLine;
using System.CommandLine.Invocation;

namespace LoopNet.Cli;

/// <summary>Answers <c>--help</c>: what the command or a verb does, how it is called, and command lines to try.</summary>
/// <param name="width">The longest line, in characters.</param>
internal sealed class HelpPage(int width) : SynchronousCommandLineAction
{
    private const int WidestName = 24;

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
        Write(parseResult.CommandResult.Command, parseResult.RootCommandResult.Command, parseResult.InvocationConfiguration.Output);
        return ExitStatus.Done;
    }

    /// <summary>Writes the help of the command or of a verb.</summary>
    /// <param name="command">The one that is explained.</param>
    /// <param name="root">The command itself, whose options every verb has.</param>
    /// <param name="output">Where it goes.</param>
    public void Write(Command command, Command root, TextWriter output)
    {
        if (command is Verb verb)
        {
            WriteVerb(verb, root, output);
        }
        else
        {
            WriteRoot(command, output);
        }
    }

    private void WriteRoot(Command root, TextWriter output)
    {
        WriteParagraphs(root.Description!, output);
        output.WriteLine();
        output.WriteLine("Usage: loopnet VERB [options]");
        output.WriteLine("       loopnet help VERB");
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

    private void WriteVerb(Verb verb, Command root, TextWriter output)
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

    private void WriteExample(string commandLine, string effect, TextWriter output)
    {
        output.WriteLine($"  {commandLine}");
        WriteWrapped(effect, output, indent: 6);
    }

    private void WriteParagraphs(string text, TextWriter output)
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

    private void WriteRows(string title, (string Name, string Text)[] rows, TextWriter output)
    {
        int indent = Math.Min(rows.Max(row => row.Name.Length), WidestName) + 4;
        output.WriteLine();
        output.WriteLine(title);
        foreach ((string name, string text) in rows)
        {
            string start = $"  {name}";
            if (name.Length > WidestName)
            {
                output.WriteLine(start);
                start = "";
            }

            WriteWrapped(text, output, indent, start);
        }
    }

    // The first line begins with a start; all are indented.
    private void WriteWrapped(string text, TextWriter output, int indent = 0, string start = "")
    {
        foreach (string line in TextWrap.Lines(text, width - indent))
        {
            output.WriteLine(start.PadRight(indent) + line);
            start = "";
        }
    }
}
