using System.CommandLine;
using System.CommandLine.Help;

namespace LoopNet.Cli;

/// <summary>The command <c>loopnet</c>: its verbs, and one run from a command line to an exit status.</summary>
internal static class LoopNetCommand
{
    private const string Description = """
        LoopNet is the reference implementation of backpropagation that a person reads, steps through and checks
        a pencil calculation against. Its command trains a network on handwritten digits with explicit loops
        and explicit Jacobian matrices, and shows what came of it.
        """;

    /// <summary>Runs one command line.</summary>
    /// <param name="args">The arguments, the verb first.</param>
    /// <param name="terminal">Where results, notes and errors go.</param>
    /// <returns>One of <see cref="ExitStatus"/>.</returns>
    public static int Run(string[] args, Terminal terminal)
    {
        RootCommand root = Root(terminal);

        // Nothing on a command line stands for the content of a file.
        ParseResult parse = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        try
        {
            return Invoke(parse, terminal);
        }
        catch (Exception exception)
        {
            return Failure.Report(exception, parse.CommandResult.Command, terminal);
        }
    }

    private static int Invoke(ParseResult parse, Terminal terminal)
    {
        string? mistake = ParseMistake.In(parse);
        if (mistake is not null)
        {
            throw new UsageException(mistake);
        }

        // The verb runs on this thread, and its exceptions come back here.
        return parse.Invoke(new InvocationConfiguration
        {
            Output = terminal.Output,
            Error = terminal.Screen,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        });
    }

    private static RootCommand Root(Terminal terminal)
    {
        RootCommand root = new(Description) { HelpName = "loopnet" };
        root.Directives.Clear();
        root.Directives.Add(Suggestions.Directive());
        root.Subcommands.Add(TrainVerb.Create(terminal));
        root.Subcommands.Add(EvaluateVerb.Create(terminal));
        root.Subcommands.Add(PredictVerb.Create(terminal));
        root.Subcommands.Add(DataVerb.Create(terminal));
        root.Subcommands.Add(ReproduceVerb.Create(terminal));
        root.Subcommands.Add(TraceVerb.Create(terminal));
        root.Subcommands.Add(GradcheckVerb.Create(terminal));
        root.Subcommands.Add(ExplainVerb.Create(terminal));
        root.Subcommands.Add(ExerciseVerb.Create(terminal));
        root.Subcommands.Add(WorksheetVerb.Create(terminal));
        root.Subcommands.Add(CheckVerb.Create(terminal));
        root.Subcommands.Add(NotationVerb.Create(terminal));
        root.Subcommands.Add(HelpVerb.Create(root, terminal));
        root.Subcommands.Add(CompletionVerb.Create(terminal));
        foreach (Option option in root.Options)
        {
            if (option is HelpOption)
            {
                option.Description = "Show this help; after a verb, the help of that verb.";
                option.Action = new HelpPage(terminal.Width);
            }
            else if (option is VersionOption)
            {
                option.Description = "Show the version of LoopNet.";
                option.Action = new VersionLine();
            }
        }

        return root;
    }
}
