using System.Buffers.Binary;
using System.IO.Compression;

namespace LoopNet.Data;

/// <summary>
/// One open IDX file of bytes, as it is or compressed with gzip: a magic number, one size per dimension, then the elements.
/// </summary>
/// <remarks>
/// The magic number is <c>00 00 08 d</c>: <c>08</c> for elements of one unsigned byte, <c>d</c> for the number of
/// dimensions. It and the sizes are big-endian numbers of 32 bits (LeCun, Cortes and Burges, "The MNIST database").
/// A file is not trusted: memory grows with the bytes that are really there, whatever its header promises.
/// </remarks>
internal sealed class IdxFile : IDisposable
{
    private const int UnsignedBytes = 0x0800;
    private const int FirstCapacity = 1 << 20;

    private readonly string _path;
    private readonly Stream _stream;

    private IdxFile(string path, Stream stream)
    {
        _path = path;
        _stream = stream;
    }

    /// <summary>Opens the file; its first two bytes say whether it is compressed, whatever its name.</summary>
    /// <exception cref="DataException">The file cannot be opened.</exception>
    public static IdxFile Open(string path)
    {
        FileStream? file = null;
        try
        {
            file = File.OpenRead(path);
            bool isCompressed = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
            file.Position = 0;
            Stream stream = isCompressed ? new GZipStream(file, CompressionMode.Decompress) : file;
            return new IdxFile(path, stream);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            file?.Dispose();
            throw new DataException($"{path} cannot be read ({e.Message.TrimEnd('.')}): check the file and the right to read it.", e);
        }
    }

    /// <summary>Reads the magic number and the sizes.</summary>
    /// <param name="dimensions">The number of dimensions that the file must have.</param>
    /// <param name="content">What the file should hold, in the words of a message: <c>images (3 dimensions)</c>.</param>
    /// <returns>One size per dimension, each 0 to 2^32 - 1.</returns>
    /// <exception cref="DataException">The file is empty, no IDX file of bytes, of other dimensions, or ends within its header.</exception>
    public long[] ReadHeader(int dimensions, string content)
    {
        byte[] header = ReadAtMost(4 * (1 + dimensions));
        if (header.Length == 0)
        {
            throw new DataException($"{_path} is empty, but an IDX file of {content} was expected: get the file again.");
        }

        if (header.Length < 4)
        {
            throw new DataException(
                $"{_path} ends after {header.Length} bytes, within the magic number of an IDX file of {content}: " +
                "get the file again.");
        }

        int expected = UnsignedBytes + dimensions;
        int magic = BinaryPrimitives.ReadInt32BigEndian(header);
        if ((magic & ~0xFF) != UnsignedBytes)
        {
            string gzip = _path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) && _stream is not GZipStream
                ? " and neither with gzip's 1F 8B, whatever the file's name says"
                : "";
            throw new DataException(
                $"{_path} starts with the magic number 0x{magic:X8}, not with 0x{expected:X8}, that of an IDX file of {content}{gzip}: " +
                "get the file again.");
        }

        if (magic != expected)
        {
            throw new DataException(
                Invariant($"{_path} has {magic & 0xFF} dimension(s) (magic number 0x{magic:X8}), but {content} were expected ") +
                $"(0x{expected:X8}): check that images and labels were not swapped.");
        }

        if (header.Length < 4 * (1 + dimensions))
        {
            throw new DataException(
                Invariant($"{_path} is cut short: its header should have {4 * (1 + dimensions)} bytes, ") +
                $"but the file ends after {header.Length}: get the file again.");
        }

        long[] sizes = new long[dimensions];
        for (int d = 0; d < dimensions; d++)
        {
            sizes[d] = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(4 * (1 + d)));
        }

        return sizes;
    }

    /// <summary>Reads the elements, which must be all that is left of the file.</summary>
    /// <param name="count">The number of bytes that the header promises; below 2^31 - 1.</param>
    /// <exception cref="DataException">There are fewer bytes, or more, or the compressed data are damaged.</exception>
    public byte[] ReadElements(int count)
    {
        byte[] elements = ReadAtMost(count);
        if (elements.Length < count)
        {
            throw new DataException(
                Invariant($"{_path} is cut short: its header promises {count} bytes of data, ") +
                $"but there are {elements.Length}: get the file again.");
        }

        // Reading on to the end also lets gzip check its checksum.
        if (ReadAtMost(1).Length > 0)
        {
            throw new DataException(
                Invariant($"{_path} is too long: its header promises {count} bytes of data, ") +
                "but more follow them: get the file again.");
        }

        return elements;
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private byte[] ReadAtMost(int count)
    {
        byte[] buffer = new byte[Math.Min(count, FirstCapacity)];
        int length = 0;
        try
        {
            while (length < count)
            {
                if (length == buffer.Length)
                {
                    Array.Resize(ref buffer, (int)Math.Min(count, 2L * buffer.Length));
                }

                int read = _stream.Read(buffer, length, buffer.Length - length);
                if (read == 0)
                {
                    break;
                }

                length += read;
            }
        }
        catch (InvalidDataException e)
        {
            throw new DataException($"{_path} is compressed with gzip and damaged ({e.Message.TrimEnd('.')}): get the file again.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataException($"{_path} cannot be read ({e.Message.TrimEnd('.')}): check the file and the right to read it.", e);
        }

        return length == buffer.Length ? buffer : buffer[..length];
    }
}
