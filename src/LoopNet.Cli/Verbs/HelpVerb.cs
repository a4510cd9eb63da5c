using System.CommandLine;

namespace LoopNet.Cli;

/// <summary><c>loopnet help</c>: the help of the command or of a verb, as <c>--help</c> after it shows it.</summary>
internal static class HelpVerb
{
    private const string Explanation = """
        Shows what a verb does, its options and command lines to try: what VERB --help shows. Without VERB, it shows the help of the command.
        """;

    /// <summary>Makes the verb.</summary>
    /// <param name="root">The command, with its other verbs.</param>
    /// <param name="terminal">Where the help goes.</param>
    public static Verb Create(Command root, Terminal terminal)
    {
        Argument<string[]> words = new("VERB") { Arity = ArgumentArity.ZeroOrMore, Description = "The verb, with its own verb where it has one: data download." };
        words.CompletionSources.Add(_ => [.. root.Subcommands.Select(verb => new System.CommandLine.Completions.CompletionItem(verb.Name))]);
        return new Verb("help", "show the help of a verb")
        {
            Explanation = Explanation,
            Examples =
            [
                ("loopnet help train", "The options of train."),
                ("loopnet help data download", "The help of a verb's own verb."),
            ],
            Takes = [words],
            Run = parse =>
            {
                Command command = root;
                foreach (string word in parse.GetValue(words) ?? [])
                {
                    command = command.Subcommands.FirstOrDefault(verb => verb.Name == word) ?? throw new UsageException(ParseMistake.UnknownVerb(word, command));
                }

                new HelpPage(terminal.Width).Write(command, root, terminal.Output);
                return ExitStatus.Done;
            },
        };
    }
}
