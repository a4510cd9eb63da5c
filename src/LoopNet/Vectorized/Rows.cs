using System.Diagnostics;

namespace LoopNet;

/// <summary>
/// A matrix for vectors: each row begins at a multiple of 64 bytes and is filled up with zeros to a multiple of eight
/// numbers, so that rows are read in whole vectors of any width.
/// </summary>
[DebuggerDisplay("{Count} rows of {Width}")]
internal sealed unsafe class Rows
{
    private const int LargestVector = 8;
    private const int Alignment = LargestVector * sizeof(double);

    // The array never moves, and lives as long as this object: Start stays true.
    private readonly double[] _numbers;

    /// <summary>Makes rows of zeros.</summary>
    /// <param name="count">The number of rows, at least 1.</param>
    /// <param name="width">The numbers of a row, at least 1.</param>
    public Rows(int count, int width)
    {
        Count = count;
        Width = width;
        Stride = Padded(width);
        _numbers = GC.AllocateArray<double>(checked((count * Stride) + LargestVector), pinned: true);
        fixed (double* first = _numbers)
        {
            nuint misaligned = (nuint)first % Alignment;
            Start = misaligned == 0 ? first : first + ((Alignment - misaligned) / sizeof(double));
        }
    }

    /// <summary>The number of rows.</summary>
    public int Count { get; }

    /// <summary>The numbers of a row that mean something.</summary>
    public int Width { get; }

    /// <summary>The numbers from one row to the next: <see cref="Width"/> and the zeros that fill it up.</summary>
    public int Stride { get; }

    /// <summary>The first number of the first row.</summary>
    public double* Start { get; }

    /// <summary>The first number of a row.</summary>
    /// <param name="row">0 to <see cref="Count"/> - 1.</param>
    public double* this[int row] => Start + ((nint)row * Stride);

    /// <summary>A width, filled up to a multiple of eight.</summary>
    public static int Padded(int width) => checked(width + LargestVector - 1) / LargestVector * LargestVector;

    /// <summary>Sets every number to 0.0.</summary>
    public void Clear() => Array.Clear(_numbers);
}
