using System.CommandLine;

namespace LoopNet.Cli;

/// <summary>A verb of the command, with command lines to try.</summary>
/// <param name="name">What is typed after <c>loopnet</c>.</param>
/// <param name="summary">One line for the list of verbs.</param>
internal sealed class Verb(string name, string summary) : Command(name, summary)
{
    /// <summary>What the verb does, in a few sentences: the lines of a paragraph are joined, a blank line separates two.</summary>
    public required string Explanation { get; init; }

    /// <summary>Command lines to try, each with what it does.</summary>
    public required (string CommandLine, string Effect)[] Examples { get; init; }

    /// <summary>The verb's arguments, options and own verbs, in the order of the help.</summary>
    public IReadOnlyList<Symbol> Takes
    {
        init
        {
            foreach (Symbol symbol in value)
            {
                switch (symbol)
                {
                    case Argument argument:
                        Arguments.Add(argument);
                        break;
                    case Option option:
                        Options.Add(option);
                        break;
                    case Command verb:
                        Subcommands.Add(verb);
                        break;
                }
            }
        }
    }

    /// <summary>Does what a command line asks for; its value is the exit status.</summary>
    public Func<ParseResult, int> Run
    {
        init => SetAction(value);
    }
}
