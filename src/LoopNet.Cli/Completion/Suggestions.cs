using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;

namespace LoopNet.Cli;

/// <summary>
/// Answers a shell that completes a command line, <c>loopnet [suggest:POSITION] LINE</c>: every word that may stand at a place of the line, which
/// does not hold the command's own name.
/// </summary>
internal sealed class Suggestions(SuggestDirective directive) : SynchronousCommandLineAction
{
    /// <summary>The directive with this action.</summary>
    public static SuggestDirective Directive()
    {
        SuggestDirective directive = new();
        directive.Action = new Suggestions(directive);
        return directive;
    }

    /// <inheritdoc/>
    public override bool Terminating => true;

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        string line = parseResult.Tokens.LastOrDefault(token => token.Type != TokenType.Directive)?.Value ?? "";
        string? place = parseResult.GetResult(directive) is { Values: [string value, ..] } ? value : null;
        bool isPlace = int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out int position) && position <= line.Length;
        ParseResult typed = parseResult.RootCommandResult.Command.Parse(line, new ParserConfiguration { ResponseFileTokenReplacer = null });
        int end = isPlace ? position : line.Length;
        string word = line[(line.LastIndexOf(' ', Math.Max(0, end - 1)) + 1)..end];
        foreach (CompletionItem item in typed.GetCompletions(end).Where(item => Fits(item.Label, word)))
        {
            parseResult.InvocationConfiguration.Output.WriteLine(item.Label);
        }

        return ExitStatus.Done;
    }

    // An option is offered where one has been begun, and by the one name that the help gives it.
    private static bool Fits(string label, string word)
    {
        if (!label.StartsWith(word, StringComparison.Ordinal))
        {
            return false;
        }

        return label.StartsWith("--", StringComparison.Ordinal) ? word.StartsWith('-') : label[0] is not ('-' or '/');
    }
}
