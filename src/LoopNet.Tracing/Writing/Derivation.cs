namespace LoopNet.Tracing;

/// <summary>One number, explained: its name, its formula with indexes, the formula with numbers, its value, and what it is computed from.</summary>
/// <param name="Name">The element, for example <c>z1[0]</c>.</param>
/// <param name="Steps">What stands after each equals sign; the last is the value.</param>
/// <param name="IsSum">Whether the formula adds several terms, so that each step deserves a line of its own.</param>
public sealed record Derivation(string Name, IReadOnlyList<string> Steps, bool IsSum)
{
    /// <summary>The numbers that it is computed from, by the terms of its formula.</summary>
    public IReadOnlyList<NumberName[]> Reads { get; init; } = [];

    /// <summary>What each unit of the next layer adds, before it is added; empty where that does not apply.</summary>
    public IReadOnlyList<Derivation> Contributions { get; init; } = [];

    /// <summary>What a reader should see at once; usually null.</summary>
    public string? Remark { get; init; }

    /// <summary>The same with the factors of its contributions in the formula, for a place where these have no lines of their own.</summary>
    public Derivation Flat()
    {
        if (Contributions.Count == 0)
        {
            return this;
        }

        WrittenSum sum = new();
        foreach (Derivation contribution in Contributions)
        {
            sum.Add("", contribution.Steps[1]);
        }

        return this with { Steps = [Steps[0], sum.Numbered, Steps[^1]], Contributions = [] };
    }
}
