using System.IO.Compression;
using System.Security.Cryptography;

namespace LoopNet.Data;

/// <summary>Whether bytes are the file that they should be: uncompressed, they have its length and its SHA-256.</summary>
/// <remarks>No byte is decompressed past that length, whatever a compressed file would swell to.</remarks>
internal static class Verification
{
    private const int BufferSize = 1 << 16;

    /// <summary>What is wrong with a file of a mirror, which has to be compressed, as a clause; null where nothing is.</summary>
    public static string? ProblemOfDownload(Stream stream, DownloadFile file, CancellationToken cancellation)
    {
        return IsCompressed(stream) ? ProblemOfContent(stream, file, cancellation) : "is not compressed with gzip";
    }

    /// <summary>What is wrong with a file in a folder, compressed or not, as a clause; null where nothing is.</summary>
    /// <exception cref="DataException">The file cannot be read.</exception>
    public static string? ProblemOfFile(string path, DownloadFile file, CancellationToken cancellation)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            return ProblemOfContent(stream, file, cancellation);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DataException($"{path} is there and cannot be read ({exception.Message.TrimEnd('.')}): make it readable, or remove it.", exception);
        }
    }

    private static string? ProblemOfContent(Stream stream, DownloadFile file, CancellationToken cancellation)
    {
        bool isCompressed = IsCompressed(stream);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[BufferSize];
        long length = 0;
        using Stream? gzip = isCompressed ? new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true) : null;
        Stream content = gzip ?? stream;
        try
        {
            int read;
            while ((read = content.Read(buffer)) > 0)
            {
                cancellation.ThrowIfCancellationRequested();
                length += read;
                if (length > file.Size)
                {
                    return $"holds more than the {file.Size:N0} bytes that were expected";
                }

                hash.AppendData(buffer, 0, read);
            }
        }
        catch (InvalidDataException exception)
        {
            return $"is compressed with gzip and damaged ({exception.Message.TrimEnd('.')})";
        }

        if (length < file.Size)
        {
            return $"holds {length:N0} bytes, but {file.Size:N0} were expected";
        }

        string sum = Convert.ToHexStringLower(hash.GetHashAndReset());
        return sum == file.Sha256 ? null : $"holds other bytes than were expected (SHA-256 {sum}, not {file.Sha256})";
    }

    private static bool IsCompressed(Stream stream)
    {
        stream.Position = 0;
        bool isCompressed = stream.ReadByte() == 0x1F && stream.ReadByte() == 0x8B;
        stream.Position = 0;
        return isCompressed;
    }
}
