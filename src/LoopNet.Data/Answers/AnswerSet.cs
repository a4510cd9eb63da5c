namespace LoopNet.Data;

/// <summary>What an answers file holds.</summary>
/// <param name="Entries">Every element of every array, and every single number, in the order of the file; blanks as well.</param>
/// <param name="Notation">How they are written; null where the file does not say.</param>
public sealed record AnswerSet(IReadOnlyList<AnswerEntry> Entries, Notation? Notation)
{
    /// <summary>The same with names in plain letters, <c>dL/dW1</c> for <c>∂L/∂W₁</c>: where no notation says that they are somebody's own.</summary>
    public AnswerSet InPlainNames() => this with { Entries = [.. Entries.Select(entry => entry with { Name = PastedText.Name(entry.Name) })] };
}
