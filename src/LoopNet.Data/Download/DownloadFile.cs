namespace LoopNet.Data;

/// <summary>A file to download: it travels compressed, and is known by what it holds uncompressed.</summary>
/// <param name="Name">Its name without <c>.gz</c>, for example <c>train-images-idx3-ubyte</c>.</param>
/// <param name="Size">How many bytes it has, uncompressed.</param>
/// <param name="Sha256">The SHA-256 of these bytes, 64 hexadecimal digits in lower case.</param>
public sealed record DownloadFile(string Name, long Size, string Sha256)
{
    // What gzip adds to bytes that cannot be compressed, and more: the name of the file among it.
    private const long CompressionOverhead = 1024;

    /// <summary>The name under which a mirror keeps it, and under which it is put in place.</summary>
    public string CompressedName => $"{Name}.gz";

    /// <summary>The most bytes that are taken from a mirror: a larger file cannot be the right one.</summary>
    public long CompressedLimit => Size + CompressionOverhead;
}
