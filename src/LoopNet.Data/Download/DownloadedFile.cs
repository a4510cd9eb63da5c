namespace LoopNet.Data;

/// <summary>What came of one file of a download: it is in its place and right.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Origin">Where it came from, or why nothing had to be fetched, as in <c>fetched from https://example.org/mnist/</c>.</param>
/// <param name="Replaced">The wrong file that made room for it; null where there was none.</param>
public sealed record DownloadedFile(string Path, string Origin, string? Replaced);
