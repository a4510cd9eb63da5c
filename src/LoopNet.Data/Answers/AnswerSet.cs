namespace LoopNet.Data;

/// <summary>What an answers file holds.</summary>
/// <param name="Entries">Every element of every array, and every single number, in the order of the file; blanks as well.</param>
/// <param name="Notation">How they are written; null where the file does not say.</param>
public sealed record AnswerSet(IReadOnlyList<AnswerEntry> Entries, Notation? Notation);
