using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LoopNet.Data;

/// <summary>The format <c>.npy</c> of NumPy: a magic, a version, a header in Python's notation, and the numbers.</summary>
/// <remarks>
/// Versions 1 to 3 are read, with whole numbers and floats of 8 to 64 bits in either order of bytes and of indexes; objects are not, since
/// reading them runs a program. Written are version 1 and doubles.
/// </remarks>
internal static partial class NpyFormat
{
    private const int LongestHeader = 1 << 16;
    private const int HeaderAlignment = 64;

    private static readonly byte[] Magic = [0x93, .. "NUMPY"u8];
    private static readonly string[] Types = ["b1", "u1", "i1", "u2", "i2", "u4", "i4", "u8", "i8", "f2", "f4", "f8"];

    /// <summary>Reads one array, to the end of the stream.</summary>
    /// <param name="stream">The array.</param>
    /// <param name="name">What it is called in messages.</param>
    /// <exception cref="DataException">It is no array, one of another type, cut short or too long.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static NpyArray Read(Stream stream, string name)
    {
        Match header = HeaderPattern().Match(Header(stream, name));
        if (!header.Success)
        {
            throw new DataException($"{name} is an array of NumPy of several fields or with a header that is not NumPy's: save each field as an array of its own.");
        }

        string type = header.Groups["type"].Value;
        if (type == "O")
        {
            throw new DataException($"{name} is an array of Python objects, which are a pickle and can run any program when they are read: save arrays of numbers, of one length each, with numpy.save or numpy.savez.");
        }

        if (!Types.Contains(type))
        {
            throw new DataException($"{name} is an array of the type {type}, and LoopNet reads whole numbers and floats of 8 to 64 bits: convert it with .astype('float64').");
        }

        int[] shape = [.. header.Groups["size"].Captures.Select(size => Size(size.Value, name))];
        byte[] bytes = Bytes(stream, shape, type[1] - '0', name);
        if (header.Groups["order"].Value == ">")
        {
            Reverse(bytes, type[1] - '0');
        }

        return new NpyArray(shape, type, header.Groups["fortran"].Value == "True" ? InOrderOfC(bytes, shape, type[1] - '0') : bytes);
    }

    /// <summary>Writes an array of doubles.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="shape">The sizes of its dimensions.</param>
    /// <param name="numbers">The numbers, the last index fastest.</param>
    public static void Write(Stream stream, int[] shape, double[] numbers)
    {
        string sizes = shape.Length == 1 ? Invariant($"({shape[0]},)") : $"({string.Join(", ", shape)})";
        string header = $"{{'descr': '<f8', 'fortran_order': False, 'shape': {sizes}, }}";
        int before = Magic.Length + 4;
        int length = ((before + header.Length + HeaderAlignment) / HeaderAlignment * HeaderAlignment) - before;
        stream.Write(Magic);
        stream.Write([1, 0, (byte)length, (byte)(length >> 8)]);
        stream.Write(Encoding.ASCII.GetBytes($"{header.PadRight(length - 1)}\n"));
        byte[] bytes = new byte[sizeof(double)];
        foreach (double number in numbers)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes, number);
            stream.Write(bytes);
        }
    }

    private static string Header(Stream stream, string name)
    {
        byte[] start = Exactly(stream, Magic.Length + 2, name);
        if (!start.AsSpan().StartsWith(Magic))
        {
            throw new DataException($"{name} does not begin as an array of NumPy does: write it with numpy.save or numpy.savez.");
        }

        int version = start[^2];
        if (version is < 1 or > 3)
        {
            throw new DataException(Invariant($"{name} is an array of NumPy's format {version}, and LoopNet knows 1 to 3: save it with another NumPy."));
        }

        byte[] size = Exactly(stream, version == 1 ? 2 : 4, name);
        long length = version == 1 ? BinaryPrimitives.ReadUInt16LittleEndian(size) : BinaryPrimitives.ReadUInt32LittleEndian(size);
        return length <= LongestHeader
            ? Encoding.UTF8.GetString(Exactly(stream, (int)length, name))
            : throw new DataException(Invariant($"{name} promises a header of {length} bytes, which no array of numbers has: save it again."));
    }

    private static byte[] Exactly(Stream stream, int count, string name)
    {
        byte[] bytes = new byte[count];
        int read = stream.ReadAtLeast(bytes, count, throwOnEndOfStream: false);
        return read == count ? bytes : throw new DataException($"{name} ends within its header: save it again.");
    }

    private static int Size(string text, string name)
    {
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int size) ? size : throw new DataException($"{name} promises a dimension of {text}, which is too large to be read: use a part of it.");
    }

    // The memory is taken as the bytes come, so that a header which promises more than there is costs nothing.
    private static byte[] Bytes(Stream stream, int[] shape, int size, string name)
    {
        double promised = shape.Aggregate((double)size, (product, length) => product * length);
        long most = Math.Min(Array.MaxLength, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);
        if (promised > most)
        {
            throw new DataException(Invariant($"{name} has {promised:N0} bytes of numbers, but {most:N0} fit here: use a part of it."));
        }

        MemoryStream bytes = new();
        byte[] buffer = new byte[LongestHeader];
        int read = buffer.Length;
        while (read > 0 && bytes.Length <= promised)
        {
            read = stream.Read(buffer);
            bytes.Write(buffer, 0, read);
        }

        string found = bytes.Length < promised ? "is cut short" : "is too long";
        return bytes.Length == (long)promised ? bytes.ToArray() : throw new DataException(Invariant($"{name} {found}: its header promises {promised:F0} bytes of numbers: save it again."));
    }

    private static void Reverse(byte[] bytes, int size)
    {
        for (int start = 0; start < bytes.Length; start += size)
        {
            bytes.AsSpan(start, size).Reverse();
        }
    }

    // Fortran's order has the first index fastest.
    private static byte[] InOrderOfC(byte[] bytes, int[] shape, int size)
    {
        byte[] ordered = new byte[bytes.Length];
        int[] index = new int[shape.Length];
        for (int place = 0; place < bytes.Length / size; place++)
        {
            int target = 0;
            for (int d = 0; d < shape.Length; d++)
            {
                target = (target * shape[d]) + index[d];
            }

            bytes.AsSpan(place * size, size).CopyTo(ordered.AsSpan(target * size));
            for (int d = 0; d < shape.Length && ++index[d] == shape[d]; d++)
            {
                index[d] = 0;
            }
        }

        return ordered;
    }

    [GeneratedRegex(@"^\{\s*'descr':\s*'(?<order>[<>|=])(?<type>[A-Za-z][0-9]*)',\s*'fortran_order':\s*(?<fortran>True|False),\s*'shape':\s*\(((?<size>[0-9]+)L?,?\s*)*\),?\s*\}\s*$", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex HeaderPattern();
}
