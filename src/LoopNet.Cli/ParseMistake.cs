using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>What is wrong with a command line, in the words of this command.</summary>
internal static class ParseMistake
{
    /// <summary>The first mistake, as a clause without a full stop; null where there is none, or where help was asked for.</summary>
    public static string? In(ParseResult parse)
    {
        Token? directive = parse.Tokens.FirstOrDefault(token => token.Type == TokenType.Directive);
        if (directive is not null && parse.Action is Suggestions)
        {
            return null;
        }

        if (directive is not null)
        {
            return Unknown(directive.Value, parse.RootCommandResult.Command);
        }

        Command command = parse.CommandResult.Command;
        string? mistaken = command.Arguments
            .SelectMany(argument => parse.GetResult(argument)?.Tokens ?? [])
            .Concat(command.Options.Where(option => option.Arity.MinimumNumberOfValues == 0).SelectMany(option => parse.GetResult(option)?.Tokens ?? []))
            .Select(token => token.Value)
            .FirstOrDefault(text => text.StartsWith('-'));
        if (mistaken is not null && parse.Action is not HelpPage)
        {
            // A misspelt option must not pass for the name of a file, nor for a value that may be left out.
            return Unknown(mistaken, command);
        }

        if (parse.Action is not ParseErrorAction)
        {
            return parse.Action is HelpPage ? null : OfVerbAbove(parse);
        }

        if (parse.UnmatchedTokens.Count > 0)
        {
            return Unknown(parse.UnmatchedTokens[0], command);
        }

        if (command is RootCommand)
        {
            return $"say what to do: one of {string.Join(", ", VerbNames(command))}";
        }

        ParseError error = parse.Errors[0];
        return error.SymbolResult is OptionResult option ? OfOption(option, error) : error.Message.TrimEnd('.');
    }

    private static string Unknown(string token, Command command)
    {
        bool isOption = token.StartsWith('-');
        if (command is RootCommand)
        {
            return isOption
                ? $"there is no option {token} before a verb; say what to do first: one of {string.Join(", ", VerbNames(command))}"
                : UnknownVerb(token, command);
        }

        string[] known = [.. isOption ? OptionNames(command) : VerbNames(command)];
        string question = NearWord.Question(token, known);
        return isOption
            ? $"{HelpPage.Words(command)} has no option {token}{(question.Length > 0 ? question : $"; it has {string.Join(", ", known)}")}"
            : $"{HelpPage.Words(command)} does not know what to do with '{token}'{(question.Length > 0 ? question : Verbs(command))}";
    }

    /// <summary>That a command has no verb of a name, with the verb that may be meant.</summary>
    public static string UnknownVerb(string name, Command command)
    {
        string[] known = [.. VerbNames(command)];
        string question = NearWord.Question(name, known);
        return $"there is no verb '{name}'{(question.Length > 0 ? question : $"; the verbs are {string.Join(", ", known)}")}";
    }

    // An option between data and download is one of data, and would have no effect.
    private static string? OfVerbAbove(ParseResult parse)
    {
        OptionResult? lost = (parse.CommandResult.Parent as CommandResult)?.Children.OfType<OptionResult>().FirstOrDefault(option => !option.Implicit);
        return lost is null ? null : $"{lost.Option.Name} is an option of {Above(lost)}, not of {HelpPage.Words(parse.CommandResult.Command)}";
    }

    private static string Above(OptionResult option) => HelpPage.Words(((CommandResult)option.Parent!).Command);

    private static string Verbs(Command command)
    {
        return command.Subcommands.Count == 0 ? "" : $"; its verbs are {string.Join(", ", VerbNames(command))}";
    }

    private static string OfOption(OptionResult option, ParseError error)
    {
        string name = option.Option.Name;
        if (option.Tokens.Count == 0)
        {
            string usage = $"{name} {option.Option.HelpName}";
            return option.Implicit ? $"{name} is missing: give {usage}" : $"{name} needs a value: {usage}";
        }

        int times = option.IdentifierTokenCount;
        return times > 1 ? Invariant($"{name} is given {times} times; give it once") : error.Message.TrimEnd('.');
    }

    private static IEnumerable<string> VerbNames(Command command) => command.Subcommands.Select(verb => verb.Name);

    private static IEnumerable<string> OptionNames(Command command) => command.Options.Select(option => option.Name);
}
