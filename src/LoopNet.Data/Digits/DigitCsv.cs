using System.Globalization;
using System.Text;
using CsvHelper;

namespace LoopNet.Data;

/// <summary>
/// Digits as a CSV file: one digit per line, its label and then its 784 pixels, all whole numbers: <c>label,pixel0,...,pixel783</c>.
/// </summary>
/// <remarks>
/// What others have written is read with a library: a first line that starts with the word <c>label</c> is a header; without it the first line is a digit. Columns are separated by
/// commas. Spaces or quotes around a number and blank lines are accepted. Messages count lines and columns from 1. What is written
/// needs no library: a header and whole numbers, with commas, line feeds and nothing to quote, as UTF-8 without a byte order mark.
/// </remarks>
public static class DigitCsv
{
    private const int ColumnCount = 1 + DigitSet.PixelCount;
    private const int BufferSize = 1 << 16;
    private const int DigitsOfAPipe = 1000;

    // A label and 784 pixels of one digit each, with commas between, and the line feed.
    private const int ShortestLine = 2 * ColumnCount;

    private const byte Quote = (byte)'"';

    // Each line ends its digit, whatever its quotes: one that is left open spoils no other line. The longest line that a file of
    // digits can have is some 4 kB; a file of another kind may have no line end at all.
    private static readonly CsvReaderOptions Format = new()
    {
        Separator = ',',
        HasHeader = false,
        SkipEmptyLines = true,
        AllowLineBreaksInQuotes = false,
        TrackLineNumbers = true,
        MaxRecordSize = 1 << 20,
    };

    /// <summary>Reads all digits of the file.</summary>
    /// <param name="path">The CSV file, in UTF-8 (with or without a byte order mark).</param>
    /// <param name="name">What the set is called in messages; without it, the name of the file.</param>
    /// <exception cref="DataException">
    /// The file cannot be read or holds no digit, or a line has another number of columns, a label that is not 0 to 9 or a pixel
    /// that is not 0 to 255; the message names file, line and column.
    /// </exception>
    public static DigitSet Read(string path, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (Directory.Exists(path))
        {
            throw new DataException($"{path} is a folder, but a CSV file of digits was expected: give the file itself.");
        }

        try
        {
            using FileStream file = File.OpenRead(path);
            using CsvReader csv = CsvReader.Create(file, Format);
            return ReadDigits(csv, path, name ?? Path.GetFileName(path), MostDigits(file, path));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DataException($"There is no file {path}, but a CSV file of digits was expected: check the name.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataException($"{path} cannot be read ({e.Message.TrimEnd('.')}): check the file and the right to read it.", e);
        }
    }

    /// <summary>Writes digits, whole or not at all; read back, they are the same bytes.</summary>
    /// <param name="path">Where the file is to be; its folder exists.</param>
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
            IEnumerable<string> names = Enumerable.Range(0, DigitSet.PixelCount).Select(i => Invariant($"pixel{i}"));
            text.Write($"label,{string.Join(',', names)}\n");
            for (int index = 0; index < digits.Count; index++)
            {
                cancellation.ThrowIfCancellationRequested();
                text.Write(digits.Label(index));
                foreach (byte pixel in digits.Pixels(index))
                {
                    text.Write(',');
                    text.Write((int)pixel);
                }

                text.Write('\n');
            }
        });
    }

    // The size of a file bounds the digits in it: there is room for them from the start, and their memory is known before it is spent.
    private static int MostDigits(FileStream file, string path)
    {
        if (!file.CanSeek)
        {
            return DigitsOfAPipe;
        }

        long most = (file.Length / ShortestLine) + 1;
        DigitMemory.Check(path, most);
        return (int)most;
    }

    private static DigitSet ReadDigits(CsvReader csv, string path, string name, int most)
    {
        List<byte> labels = [];
        byte[] pixels = new byte[most * DigitSet.PixelCount];
        bool hasHeader = false;

        while (ReadLine(csv, path))
        {
            CheckColumns(csv, path);
            if (labels.Count == 0 && !hasHeader && IsHeader(csv, path))
            {
                hasHeader = true;
                continue;
            }

            if (labels.Count * DigitSet.PixelCount == pixels.Length)
            {
                // What a pipe holds is known only at its end.
                DigitMemory.Check(path, 2L * labels.Count);
                Array.Resize(ref pixels, 2 * pixels.Length);
            }

            Span<byte> digit = pixels.AsSpan(labels.Count * DigitSet.PixelCount, DigitSet.PixelCount);
            labels.Add(ReadNumber(csv, path, 0, 9));
            for (int column = 1; column < ColumnCount; column++)
            {
                digit[column - 1] = ReadNumber(csv, path, column, 255);
            }
        }

        if (labels.Count == 0)
        {
            string found = hasHeader ? "holds a header and no digit" : "is empty";
            throw new DataException(
                $"{path} {found}, but at least one line of a label and {DigitSet.PixelCount} pixels was expected: " +
                "get the file again.");
        }

        return new DigitSet(name, pixels.AsMemory(0, labels.Count * DigitSet.PixelCount), labels.ToArray());
    }

    private static bool ReadLine(CsvReader csv, string path)
    {
        try
        {
            return csv.Read();
        }
        catch (CsvFormatException e)
        {
            throw new DataException(
                Invariant($"{path}, line {e.LineNumber}: the line is longer than {Format.MaxRecordSize:N0} bytes, ") +
                $"but a label and {DigitSet.PixelCount} pixels were expected: check that the file is a CSV file.", e);
        }
    }

    private static bool IsHeader(CsvReader csv, string path)
    {
        string first = Encoding.UTF8.GetString(Field(csv, path, 0));
        return first.Trim().Equals("label", StringComparison.OrdinalIgnoreCase);
    }

    private static void CheckColumns(CsvReader csv, string path)
    {
        if (csv.FieldCount != ColumnCount)
        {
            // A quote that is left open takes commas with it: then that is what is wrong.
            for (int column = 0; column < csv.FieldCount; column++)
            {
                Field(csv, path, column);
            }

            throw new DataException(
                Invariant($"{path}, line {csv.LineNumber}: found {csv.FieldCount} column(s), but {ColumnCount} were expected ") +
                "(label,pixel0,...,pixel783, separated by commas): correct the line.");
        }
    }

    private static byte ReadNumber(CsvReader csv, string path, int column, int max)
    {
        ReadOnlySpan<byte> text = csv.GetRawSpan(column);
        if (IsPlain(text, out int plain) && plain <= max)
        {
            return (byte)plain;
        }

        text = Field(csv, path, column);
        bool isNumber = int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out int number);
        if (isNumber && number >= 0 && number <= max)
        {
            return (byte)number;
        }

        string what = column == 0 ? "label" : Invariant($"pixel{column - 1}");
        string header = column == 0 && csv.RowNumber == 1 ? " (or a header that starts with the word label)" : "";
        throw new DataException(
            Invariant($"{path}, line {csv.LineNumber}, column {column + 1} ({what}): found {Shown(Encoding.UTF8.GetString(text))}, ") +
            Invariant($"but a whole number from 0 to {max} was expected{header}: correct the entry."));
    }

    // One to three digits, as nearly every entry is.
    private static bool IsPlain(ReadOnlySpan<byte> text, out int number)
    {
        number = 0;
        if (text.Length is < 1 or > 3)
        {
            return false;
        }

        foreach (byte letter in text)
        {
            if (!char.IsAsciiDigit((char)letter))
            {
                return false;
            }

            number = (10 * number) + (letter - '0');
        }

        return true;
    }

    // An entry without the pair of quotes that it may stand in. A quote anywhere else is a mistake, which the reader would pass over.
    private static ReadOnlySpan<byte> Field(CsvReader csv, string path, int column)
    {
        ReadOnlySpan<byte> entry = csv.GetRawSpan(column);
        if (entry.Length >= 2 && entry[0] == Quote && entry[^1] == Quote)
        {
            entry = entry[1..^1];
        }

        if (entry.Contains(Quote))
        {
            throw new DataException(
                Invariant($"{path}, line {csv.LineNumber}, column {column + 1}: the quotes of the entry do not match, ") +
                "but a plain number was expected: correct the entry.");
        }

        return entry;
    }

    private static string Shown(string text)
    {
        const int longest = 40;
        return text.Length <= longest ? $"\"{text}\"" : $"\"{text[..longest]}...\"";
    }
}
