using CsvHelper;

namespace LoopNet.Data;

/// <summary>Writes digits as a CSV file that <see cref="DigitCsv"/> reads back to the same bytes: <c>label,pixel0,...,pixel783</c>.</summary>
/// <remarks>One header line, then one line for each digit; whole numbers, commas, line feeds, UTF-8 without a byte order mark.</remarks>
public static class DigitCsvWriter
{
    private static readonly CsvWriterOptions Format = new() { Separator = ',', NewLine = "\n" };

    /// <summary>Writes the file, whole or not at all.</summary>
    /// <param name="path">Where it is to be; its folder exists.</param>
    /// <param name="digits">The digits.</param>
    /// <param name="cancellation">Ends the writing; what was there before stays.</param>
    /// <exception cref="DataException">The file cannot be written; what was there before stays.</exception>
    /// <exception cref="OperationCanceledException">The writing was ended.</exception>
    public static void Write(string path, DigitSet digits, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(digits);
        WholeFile.Write(path, stream =>
        {
            using CsvWriter csv = CsvWriter.Create(stream, Format);
            WriteHeader(csv);
            for (int index = 0; index < digits.Count; index++)
            {
                cancellation.ThrowIfCancellationRequested();
                WriteDigit(csv, digits.Label(index), digits.Pixels(index));
            }
        });
    }

    private static void WriteHeader(CsvWriter csv)
    {
        csv.WriteField("label");
        for (int i = 0; i < DigitSet.PixelCount; i++)
        {
            csv.WriteField($"pixel{i}");
        }

        csv.EndRecord();
    }

    private static void WriteDigit(CsvWriter csv, int label, ReadOnlySpan<byte> pixels)
    {
        csv.WriteField(label);
        foreach (byte pixel in pixels)
        {
            csv.WriteField(pixel);
        }

        csv.EndRecord();
    }
}
