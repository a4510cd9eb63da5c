namespace LoopNet.Fuzz;

/// <summary>A reader of files or texts, with what it promises.</summary>
/// <param name="Name">What it reads.</param>
/// <param name="Seeds">Sound files, which it accepts.</param>
/// <param name="Accepts">Reads a file and uses what it stands for; false where the verdict is that it is not sound.</param>
/// <param name="Refuses">Whether an exception is one that the reader documents.</param>
internal sealed record Reader(string Name, IReadOnlyList<byte[]> Seeds, Func<byte[], bool> Accepts, Func<Exception, bool> Refuses);
