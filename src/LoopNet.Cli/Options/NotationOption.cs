using System.CommandLine;
using LoopNet.Data;
using LoopNet.Tracing;

namespace LoopNet.Cli;

/// <summary>The options <c>--notation</c> and <c>--names</c>: in whose names numbers are read and shown.</summary>
internal sealed class NotationOption
{
    private const string Help = """
        Read and write numbers in this notation: the name of a shipped one (loopnet notation lists them) or a file. It takes the
        place of the example's own notation.
        """;

    private readonly Option<string?> _notation = new("--notation") { HelpName = "NAME|FILE", Description = Help };

    private readonly Option<string> _names = new("--names")
    {
        HelpName = "WHICH",
        Description = "With a notation, show its labels (own), LoopNet's names (loopnet) or both.",
        DefaultValueFactory = _ => "own",
    };

    /// <summary>Makes the options.</summary>
    public NotationOption()
    {
        _notation.CompletionSources.Add([.. NotationFile.Shipped()]);
        _names.CompletionSources.Add("own", "loopnet", "both");
    }

    /// <summary>The options, in the order of the help.</summary>
    public IReadOnlyList<Option> All => [_notation, _names];

    /// <summary>The notation that was asked for; null where none was.</summary>
    /// <exception cref="DataException">There is no such notation.</exception>
    public Notation? Notation(ParseResult parse) => parse.GetValue(_notation) is string argument ? NotationFile.Resolve(argument) : null;

    /// <summary>The notation as it was asked for, to be named in a command; null where none was.</summary>
    public string? Argument(ParseResult parse) => parse.GetValue(_notation);

    /// <summary>Which names are shown.</summary>
    /// <exception cref="UsageException">There is no such choice.</exception>
    public NamesShown Shown(ParseResult parse) => parse.GetValue(_names) switch
    {
        "own" => NamesShown.Own,
        "loopnet" => NamesShown.LoopNet,
        "both" => NamesShown.Both,
        string other => throw new UsageException($"--names is own, loopnet or both, not '{other}'{NearWord.Question(other, ["own", "loopnet", "both"])}"),
        null => NamesShown.Own,
    };
}
