using System.Buffers.Binary;
using System.IO.Compression;

namespace LoopNet.Data;

/// <summary>
/// One open IDX file of bytes, as it is or compressed with gzip: a magic number, one size per dimension, then the elements.
/// </summary>
/// <remarks>
/// The magic number is <c>00 00 08 d</c>: <c>08</c> for elements of one unsigned byte, <c>d</c> for the number of
/// dimensions. It and the sizes are big-endian numbers of 32 bits (LeCun, Cortes and Burges, "The MNIST database").
/// A file is not trusted: the bytes that are really there are counted before there is room for them, whatever its header promises.
/// </remarks>
internal sealed class IdxFile : IDisposable
{
    private const int UnsignedBytes = 0x0800;
    private const int BufferSize = 1 << 16;

    private readonly string _path;
    private readonly FileStream _file;
    private Stream _stream;
    private int _read;

    private IdxFile(string path, FileStream file, Stream stream)
    {
        _path = path;
        _file = file;
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
            return new IdxFile(path, file, isCompressed ? Decompressed(file) : file);
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
        byte[] header = new byte[4 * (1 + dimensions)];
        _read = Fill(header);
        header = header[.._read];
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
            if ((ForeignFile.Of(header) ?? (_stream is GZipStream ? null : ForeignFile.At(_path))) is ForeignFile foreign)
            {
                throw new DataException($"{_path} is {foreign.What}, but an IDX file of {content} was expected: {foreign.Advice}.");
            }

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
        // Reading to the end also lets gzip check its checksum.
        long there = _stream is GZipStream ? Count(count) : _file.Length - _file.Position;
        if (there < count)
        {
            throw new DataException(
                Invariant($"{_path} is cut short: its header promises {count} bytes of data, ") +
                Invariant($"but there are {there}: get the file again."));
        }

        if (there > count)
        {
            throw new DataException(
                Invariant($"{_path} is too long: its header promises {count} bytes of data, ") +
                "but more follow them: get the file again.");
        }

        byte[] elements = new byte[count];
        return Fill(elements) == count ? elements : throw new DataException($"{_path} has changed while it was read: read it again.");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stream.Dispose();
        _file.Dispose();
    }

    private static GZipStream Decompressed(FileStream file)
    {
        file.Position = 0;
        return new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
    }

    // How many bytes there are behind the header; one more than the most where there are more. The stream stands behind the header again.
    private long Count(int most)
    {
        byte[] buffer = new byte[BufferSize];
        long there = 0;
        int read = buffer.Length;
        while (read == buffer.Length && there <= most)
        {
            read = Fill(buffer);
            there += read;
        }

        _stream.Dispose();
        _stream = Decompressed(_file);
        _ = Fill(new byte[_read]);
        return there;
    }

    private int Fill(Span<byte> buffer)
    {
        try
        {
            return _stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException e)
        {
            throw new DataException($"{_path} is compressed with gzip and damaged ({e.Message.TrimEnd('.')}): get the file again.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataException($"{_path} cannot be read ({e.Message.TrimEnd('.')}): check the file and the right to read it.", e);
        }
    }
}
