using System.IO.Compression;

namespace LoopNet.Data;

/// <summary>
/// Digits as a CSV file: one digit per line, its label and then its 784 pixels: <c>label,pixel0,...,pixel783</c>.
/// </summary>
/// <remarks>
/// What others have written is read where there is no doubt (<see cref="DigitTable"/>): also compressed with gzip, with other separators, with
/// the label behind the pixels, without labels. Messages count lines and columns from 1. What is written
/// needs no library: a header and whole numbers, with commas, line feeds and nothing to quote, as UTF-8 without a byte order mark.
/// </remarks>
public static class DigitCsv
{
    private const int BufferSize = 1 << 16;
    private const int DigitsOfAPipe = 1000;

    // A label and 784 pixels of one digit each, with commas between, and the line feed.
    private const int ShortestLine = 2 * DigitColumns.UsualCount;

    /// <summary>Reads all digits of the file.</summary>
    /// <param name="path">The CSV file, in UTF-8 (with or without a byte order mark), as it is or compressed with gzip.</param>
    /// <param name="name">What the set is called in messages; without it, the name of the file.</param>
    /// <param name="place">Where a line has the label.</param>
    /// <returns>The digits; where each line holds 784 pixels alone, without labels.</returns>
    /// <exception cref="DataException">
    /// The file cannot be read, is of another kind or holds no digit, or a line has another number of columns, a label that is not 0 to 9 or a pixel
    /// that is not 0 to 255; the message names file, line and column.
    /// </exception>
    public static DigitSet Read(string path, string? name = null, LabelPlace place = LabelPlace.Found)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (Directory.Exists(path))
        {
            throw new DataException($"{path} is a folder, but a CSV file of digits was expected: give the file itself.");
        }

        try
        {
            using FileStream file = File.OpenRead(path);
            return Read(file, path, name ?? Path.GetFileName(path), place);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DataException($"There is no file {path}, but a CSV file of digits was expected: check the name.", e);
        }
        catch (InvalidDataException e)
        {
            throw new DataException($"{path} is compressed with gzip and damaged ({e.Message.TrimEnd('.')}): get the file again.", e);
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

    private static DigitSet Read(FileStream file, string path, string name, LabelPlace place)
    {
        int most = MostDigits(file, path);
        using HeadedStream raw = new(file, BufferSize);
        if (!raw.Head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
        {
            return new DigitTable(raw, path, place, most).Read(name);
        }

        using HeadedStream unpacked = new(new GZipStream(raw, CompressionMode.Decompress), BufferSize);
        return new DigitTable(unpacked, path, place, DigitsOfAPipe).Read(name);
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
}
