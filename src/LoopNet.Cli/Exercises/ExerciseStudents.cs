using System.CommandLine;

namespace LoopNet.Cli;

/// <summary>The options of <c>loopnet exercise</c> that say for whom an exercise is.</summary>
/// <param name="most">How many exercises may be made at once.</param>
internal sealed class ExerciseStudents(int most)
{
    private readonly Option<long> _seed = NumberOption.Seed("The seed of the class.");
    private readonly Option<string[]> _for = new("--for") { HelpName = "ID", Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false, Description = "For whom: a name or a number. Each has numbers of its own." };
    private readonly Option<int?> _count = NumberOption.WholeOrNone("--count", "Make N exercises into the folder of --out, with the IDs 01 to N.", smallest: 1, most);
    private readonly Option<string?> _list = new("--list") { HelpName = "FILE", Description = "Make an exercise for each ID of this file, one to a line." };

    /// <summary>The options, in the order of the help.</summary>
    public IReadOnlyList<Option> All => [_seed, _for, _count, _list];

    /// <summary>The seed.</summary>
    public long Seed(ParseResult parse) => parse.GetValue(_seed);

    /// <summary>The option that asks for several exercises; null where one is asked for.</summary>
    public string? Several(ParseResult parse)
    {
        return parse.GetValue(_count) is not null ? "--count" : parse.GetValue(_list) is not null ? "--list" : parse.GetValue(_for) is { Length: > 1 } ? "--for" : null;
    }

    /// <summary>For whom the exercises are; none where nobody is named.</summary>
    /// <exception cref="UsageException">They are named in two ways, one cannot be used, or there are too many.</exception>
    public (string Id, string Name)[] Ids(ParseResult parse)
    {
        string[] named = parse.GetValue(_for) ?? [];
        string? list = parse.GetValue(_list);
        int? count = parse.GetValue(_count);
        string[] given = [.. new[] { (_for.Name, named.Length > 0), (_count.Name, count is not null), (_list.Name, list is not null) }.Where(way => way.Item2).Select(way => way.Name)];
        if (given.Length > 1)
        {
            throw new UsageException($"{given[0]} and {given[1]} both say for whom; give one of them");
        }

        string[] ids = list is not null ? StudentIds.Of(list) : count is int number ? StudentIds.Counted(number) : named;
        return ids.Length <= most ? StudentIds.Named(ids) : throw new UsageException(Invariant($"{ids.Length:N0} exercises are too many; make {most:N0} at a time"));
    }
}
