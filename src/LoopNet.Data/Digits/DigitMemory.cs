namespace LoopNet.Data;

/// <summary>The memory of digits, so that a file with more of them than fit is refused before anything is spent.</summary>
internal static class DigitMemory
{
    private const double Megabyte = 1e6;

    /// <summary>A label and 784 pixels of one byte each.</summary>
    public const int BytesPerDigit = 1 + DigitSet.PixelCount;

    /// <summary>Checks that digits fit.</summary>
    /// <param name="path">The file that holds them.</param>
    /// <param name="count">How many there are, or can be.</param>
    /// <exception cref="DataException">They do not fit one array, or the memory of this machine.</exception>
    public static void Check(string path, long count) => Check(path, count, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);

    /// <summary>The same with another memory than this machine's.</summary>
    internal static void Check(string path, long count, long available)
    {
        long most = Math.Min(Array.MaxLength / DigitSet.PixelCount, available / BytesPerDigit);
        if (count > most)
        {
            throw new DataException(
                Invariant($"{path} can hold {count:N0} digits, which take {BytesPerDigit} bytes each, {count * BytesPerDigit / Megabyte:N0} MB in all, ") +
                Invariant($"but {most:N0} of them fit here: use a part of the file."));
        }
    }
}
