using System.CommandLine;

namespace LoopNet.Cli;

/// <summary>A verb of the command, with command lines to try.</summary>
internal sealed class Verb : Command
{
    /// <summary>Makes a verb without options.</summary>
    /// <param name="name">What is typed after <c>loopnet</c>.</param>
    /// <param name="summary">One line for the list of verbs.</param>
    public Verb(string name, string summary)
        : base(name, summary)
    {
    }

    /// <summary>What the verb does, in a few sentences: the lines of a paragraph are joined, a blank line separates two.</summary>
    public required string Explanation { get; init; }

    /// <summary>Command lines to try, each with what it does.</summary>
    public required (string CommandLine, string Effect)[] Examples { get; init; }
}
