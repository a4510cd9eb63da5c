using System.Globalization;
using System.Text;

namespace LoopNet;

/// <summary>A worked example: a network, its samples and its rule, complete.</summary>
/// <param name="Name">Letters of any script, digits and hyphens, 64 at most: it may name files.</param>
/// <param name="Network">The network with its parameters before the first step.</param>
/// <param name="Samples">The samples of one pass, in order; they fit the network and its loss.</param>
/// <param name="Rule">How a step moves the parameters.</param>
/// <param name="BatchSize">The samples of one update, at least 1; more than there are means all of them.</param>
/// <param name="Steps">How many updates the example makes, 1 to <see cref="MostSteps"/>.</param>
/// <param name="Source">Where the example was published, or null.</param>
/// <exception cref="ArgumentException">One of them is not what it has to be, or the samples do not fit the network or its loss.</exception>
public sealed record Example(string Name, Network Network, SampleList Samples, UpdateRule Rule, int BatchSize, int Steps, string? Source)
{
    /// <summary>The most updates of an example: of a small network, they take a few seconds.</summary>
    public const int MostSteps = 1_000_000;

    /// <summary>What a name is, for messages.</summary>
    public const string NameRule = "letters of any script, digits and hyphens, 64 at most";

    private const int LongestName = 64;

    /// <summary>Letters of any script, digits and hyphens, 64 at most: it may name files.</summary>
    public string Name
    {
        get;
        init => field = Named(value);
    }
    = Named(Name);

    /// <summary>The samples of one pass, in order.</summary>
    public SampleList Samples { get; init; } = Fitting(Network, Samples, Rule);

    /// <summary>The samples of one update, at least 1; more than there are means all of them.</summary>
    public int BatchSize
    {
        get;
        init => field = AtLeastOne(value, int.MaxValue, nameof(BatchSize));
    }
    = AtLeastOne(BatchSize, int.MaxValue, nameof(BatchSize));

    /// <summary>How many updates the example makes, 1 to <see cref="MostSteps"/>.</summary>
    public int Steps
    {
        get;
        init => field = AtLeastOne(value, MostSteps, nameof(Steps));
    }
    = AtLeastOne(Steps, MostSteps, nameof(Steps));

    /// <summary>How the person writes whose example it is; null for LoopNet's own notation.</summary>
    public Notation? Notation { get; init; }

    /// <summary>The last step that can be asked for: without a learning rate nothing moves, and a step after the first pass would repeat one of it.</summary>
    public int LastStep => Rule.Moves ? MostSteps : Batch.CountPerPass(Samples.Count, BatchSize);

    /// <summary>Whether an example may have a name.</summary>
    public static bool IsName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length is >= 1 and <= LongestName && name.EnumerateRunes().All(IsOfName);
    }

    /// <summary>The name of an example that gives itself none: that of its file, with hyphens in place of what a name may not have.</summary>
    /// <param name="fileName">The file's name without its ending.</param>
    public static string NameFrom(string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        StringBuilder name = new();
        foreach (Rune rune in fileName.EnumerateRunes())
        {
            string letter = IsOfName(rune) ? rune.ToString() : "-";
            if (name.Length + letter.Length <= LongestName)
            {
                name.Append(letter);
            }
        }

        return name.Length == 0 ? "example" : name.ToString();
    }

    // In some scripts a letter is written with marks; half of a pair, which is no letter, comes as the replacement character.
    private static bool IsOfName(Rune rune)
    {
        return Rune.IsLetter(rune) || rune.Value == '-' || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
    }

    private static string Named(string name) => IsName(name) ? name : throw new ArgumentException($"The name of an example is {NameRule}.", nameof(name));

    private static SampleList Fitting(Network network, SampleList samples, UpdateRule rule)
    {
        SampleFit.Check(network, samples, rule);
        return samples;
    }

    private static int AtLeastOne(int number, int most, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, most, name);
        return number;
    }
}
