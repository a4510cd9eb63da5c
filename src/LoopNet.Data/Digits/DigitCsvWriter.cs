using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace LoopNet.Data;

/// <summary>Writes digits as a CSV file that <see cref="DigitCsv"/> reads back to the same bytes: <c>label,pixel0,...,pixel783</c>.</summary>
/// <remarks>One header line, then one line for each digit; whole numbers, commas, line feeds, UTF-8 without a byte order mark.</remarks>
public static class DigitCsvWriter
{
    private const int BufferSize = 1 << 20;

    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture)
    {
        Delimiter = ",",
        NewLine = "\n",

        // Numbers and plain names need no quotes, so none of them is looked at.
        ShouldQuote = _ => false,
    };

    // A byte is written millions of times.
    private static readonly string[] Bytes = [.. Enumerable.Range(0, 256).Select(number => $"{number}")];

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
            using StreamWriter text = new(stream, bufferSize: BufferSize);
            using CsvWriter csv = new(text, Format);
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

        csv.NextRecord();
    }

    private static void WriteDigit(CsvWriter csv, int label, ReadOnlySpan<byte> pixels)
    {
        csv.WriteField(Bytes[label]);
        foreach (byte pixel in pixels)
        {
            csv.WriteField(Bytes[pixel]);
        }

        csv.NextRecord();
    }
}
