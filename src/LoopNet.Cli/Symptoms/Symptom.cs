namespace LoopNet.Cli;

/// <summary>Something that training shows when it does not learn, with the number behind it.</summary>
/// <param name="Heading">The heading of the page that explains it, for example <c>Dead units</c>.</param>
/// <param name="Sentence">What is seen, as a clause.</param>
internal sealed record Symptom(string Heading, string Sentence)
{
    /// <summary>The page that explains every symptom, with the command that reproduces it and the one that cures it.</summary>
    public const string Page = "docs/troubleshooting.md";

    /// <summary>How many digits a set has at least, before a share of them says something.</summary>
    public const int FewestDigits = 100;

    /// <summary>How many updates a network has at least, before it can be said not to learn: small weights and few updates begin on a plateau.</summary>
    public const long FewestUpdates = 300;

    /// <summary>The place on the page.</summary>
    public string Place => $"{Page}#{Heading.ToLowerInvariant().Replace(' ', '-')}";

    /// <summary>The symptom in a line.</summary>
    public override string ToString() => $"{Sentence}: {Place}";
}
