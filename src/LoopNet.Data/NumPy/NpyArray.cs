using System.Buffers.Binary;
using System.Diagnostics;

namespace LoopNet.Data;

/// <summary>An array of NumPy: its shape, and its numbers in the order of C, the last index fastest.</summary>
[DebuggerDisplay("{ShapeText}, {Count} numbers, {_type}")]
public sealed class NpyArray
{
    private readonly byte[] _bytes;
    private readonly string _type;
    private readonly int _size;

    /// <summary>Takes the bytes of an array, each number lowest byte first.</summary>
    internal NpyArray(int[] shape, string type, byte[] bytes)
    {
        Shape = shape;
        _type = type;
        _bytes = bytes;
        _size = type[1] - '0';
        Count = bytes.Length / _size;
    }

    /// <summary>The sizes of its dimensions; none for a single number.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>How many numbers there are.</summary>
    public int Count { get; }

    /// <summary>Whether its numbers are whole by their type.</summary>
    public bool IsWhole => _type[0] is 'u' or 'i' or 'b';

    /// <summary>Whether its numbers have 16 or 32 bits, so 3 or 7 significant digits.</summary>
    public bool IsShortFloat => _type is "f2" or "f4";

    /// <summary>The shape as NumPy writes it, for example <c>(784, 32)</c>.</summary>
    public string ShapeText => Shape.Count == 1 ? Invariant($"({Shape[0]},)") : $"({string.Join(", ", Shape)})";

    /// <summary>A number, exactly, but for whole numbers over 2^53.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    public double this[int index]
    {
        get
        {
            ReadOnlySpan<byte> bytes = _bytes.AsSpan(index * _size, _size);
            return _type switch
            {
                "b1" or "u1" => bytes[0],
                "i1" => (sbyte)bytes[0],
                "u2" => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
                "i2" => BinaryPrimitives.ReadInt16LittleEndian(bytes),
                "u4" => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
                "i4" => BinaryPrimitives.ReadInt32LittleEndian(bytes),
                "u8" => BinaryPrimitives.ReadUInt64LittleEndian(bytes),
                "i8" => BinaryPrimitives.ReadInt64LittleEndian(bytes),
                "f2" => (double)BinaryPrimitives.ReadHalfLittleEndian(bytes),
                "f4" => BinaryPrimitives.ReadSingleLittleEndian(bytes),
                _ => BinaryPrimitives.ReadDoubleLittleEndian(bytes),
            };
        }
    }
}
