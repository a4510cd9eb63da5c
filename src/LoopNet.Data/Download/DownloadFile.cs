using System.IO.Compression;
using System.Security.Cryptography;

namespace LoopNet.Data;

/// <summary>A file to download: it travels compressed, and is known by what it holds uncompressed.</summary>
/// <remarks>A mirror may compress a file anew, so the compressed bytes identify nothing.</remarks>
/// <param name="Name">Its name without <c>.gz</c>, for example <c>train-images-idx3-ubyte</c>.</param>
/// <param name="Size">How many bytes it has, uncompressed.</param>
/// <param name="Sha256">The SHA-256 of these bytes, 64 hexadecimal digits in lower case.</param>
public sealed record DownloadFile(string Name, int Size, string Sha256)
{
    /// <summary>The name under which a mirror keeps it, and under which it is put in place.</summary>
    public string CompressedName => $"{Name}.gz";

    /// <summary>More bytes than it can have compressed: gzip adds less than a hundredth to what it cannot make smaller, and a name.</summary>
    public int CompressedLimit => Size + (Size / 100) + 1000;

    /// <summary>Whether this file is at a path, compressed or not.</summary>
    internal bool IsAt(string path)
    {
        // A pipe or a device has no length; it is not opened, since that might never end.
        FileInfo info = new(WholeFile.Target(path));
        try
        {
            return info.Exists && info.Length > 0 && info.Length <= CompressedLimit && Problem(File.ReadAllBytes(path)) is null;
        }
        catch (FileNotFoundException)
        {
            // Another download into this folder has just put it in place.
            return false;
        }
    }

    /// <summary>What is wrong with bytes that should be this file, compressed, as a clause; null where nothing is.</summary>
    internal string? ProblemOfCompressed(byte[] bytes) => IsCompressed(bytes) ? Problem(bytes) : "is not compressed with gzip";

    private static bool IsCompressed(byte[] bytes) => bytes is [0x1F, 0x8B, ..];

    private string? Problem(byte[] bytes)
    {
        using MemoryStream stream = new(bytes);
        using Stream content = IsCompressed(bytes) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        try
        {
            // No byte is decompressed past the first that is too many, whatever the file would swell to.
            byte[] held = new byte[Size + 1];
            int length = content.ReadAtLeast(held, held.Length, throwOnEndOfStream: false);
            if (length > Size)
            {
                return Invariant($"holds more than the {Size:N0} bytes that were expected");
            }

            string sum = Convert.ToHexStringLower(SHA256.HashData(held.AsSpan(0, length)));
            return sum == Sha256 ? null : $"holds other bytes than were expected (SHA-256 {sum}, not {Sha256})";
        }
        catch (InvalidDataException exception)
        {
            return $"is compressed with gzip and damaged ({exception.Message.TrimEnd('.')})";
        }
    }
}
