using System.Text;
using CsvHelper;

namespace LoopNet.Data;

/// <summary>Reads a table of digits, one in each line, as others have written it.</summary>
/// <remarks>
/// The separator is the one of comma, semicolon, tab and blank that the first line has most of. A line of blanks is a blank line. What the
/// columns hold is found by <see cref="DigitColumns"/>; spaces or quotes around a number, <c>5.0</c> and <c>5e+00</c> are accepted.
/// </remarks>
/// <param name="stream">The text, whose first bytes can be seen.</param>
/// <param name="path">The file, for messages.</param>
/// <param name="place">Where a line has the label.</param>
/// <param name="room">How many digits are expected at most; there may be more.</param>
internal sealed class DigitTable(HeadedStream stream, string path, LabelPlace place, int room)
{
    private const int LongestLine = 1 << 20;
    private const byte Quote = (byte)'"';

    private readonly DigitRows _rows = new(path, room);
    private readonly char _separator = Separator(stream.Head);
    private DigitColumns? _columns;
    private string[]? _header;
    private double _lastIndex;

    /// <summary>Reads all lines.</summary>
    /// <param name="name">What the set is called.</param>
    /// <exception cref="DataException">The table cannot be read; the message names file, line and column.</exception>
    public DigitSet Read(string name)
    {
        if (ForeignFile.NotText(stream.Head) is ForeignFile foreign)
        {
            throw new DataException($"{path} is {foreign.What}, but a CSV file of digits was expected: {foreign.Advice}.");
        }

        // Each line ends its digit, whatever its quotes: one that is left open spoils no other line. The longest line that a file of
        // digits can have is some 20 kB; a file of another kind may have no line end at all.
        CsvReaderOptions format = new()
        {
            Separator = _separator,
            HasHeader = false,
            SkipEmptyLines = true,
            AllowLineBreaksInQuotes = false,
            TrackLineNumbers = true,
            MaxRecordSize = LongestLine,
        };
        using CsvReader csv = CsvReader.Create(stream, format);
        while (ReadLine(csv))
        {
            if (!IsBlank(csv))
            {
                ReadDigit(csv);
            }
        }

        if (_rows.Labels.Count == 0)
        {
            string found = _header is null ? "is empty" : "holds a header and no digit";
            throw new DataException($"{path} {found}, but at least one line of a label and {DigitSet.PixelCount} pixels was expected: get the file again.");
        }

        if (_columns!.HasIndex && _header is null && _rows.Labels.Count == 1)
        {
            throw new DataException(Invariant($"{path}, line 1: found {_columns.Count} column(s), but {DigitColumns.UsualCount} were expected (label,pixel0,...,pixel783, separated by commas): correct the line."));
        }

        if (_columns.Label >= 0 && !_columns.IsCertain)
        {
            _rows.CheckFirstLabels();
        }

        return _rows.Digits(name, labelled: _columns.Label >= 0);
    }

    private static char Separator(ReadOnlySpan<byte> head)
    {
        ReadOnlySpan<byte> text = head.TrimStart(" \t\r\n\u00EF\u00BB\u00BF"u8);
        int end = text.IndexOfAny((byte)'\n', (byte)'\r');
        ReadOnlySpan<byte> line = end < 0 ? text : text[..end];
        char separator = ',';
        foreach (char other in ";\t ")
        {
            // Decimal commas can be as many as the semicolons between them.
            int count = line.Count((byte)other);
            int most = line.Count((byte)separator);
            if (count > most || (count == most && count > 0 && other != ' '))
            {
                separator = other;
            }
        }

        return separator;
    }

    private bool ReadLine(CsvReader csv)
    {
        try
        {
            return csv.Read();
        }
        catch (CsvFormatException e)
        {
            throw new DataException(
                Invariant($"{path}, line {e.LineNumber}: the line is longer than {LongestLine:N0} bytes, ") +
                $"but a label and {DigitSet.PixelCount} pixels were expected: check that the file is a CSV file.", e);
        }
    }

    private static bool IsBlank(CsvReader csv)
    {
        for (int column = 0; column < csv.FieldCount; column++)
        {
            if (!csv.GetRawSpan(column).Trim(" \t"u8).IsEmpty)
            {
                return false;
            }
        }

        return true;
    }

    private void ReadDigit(CsvReader csv)
    {
        if (_columns is null)
        {
            string[] line = [.. Enumerable.Range(0, CountOf(csv)).Select(column => Encoding.UTF8.GetString(Field(csv, column)).Trim())];
            if (_header is null && DigitColumns.IsHeader(line))
            {
                _header = line;
                return;
            }

            _columns = DigitColumns.Find(_header, line, place) ?? throw WrongCount(csv);
        }

        if (CountOf(csv) != _columns.Count)
        {
            throw WrongCount(csv);
        }

        if (_columns.HasIndex)
        {
            CheckIndex(csv);
        }

        _rows.AddLabel(_columns.Label < 0 ? (byte)0 : ReadLabel(csv));
        for (int column = _columns.FirstPixel; column < _columns.FirstPixel + DigitSet.PixelCount; column++)
        {
            ReadPixel(csv, column);
        }
    }

    // A separator at the end of a line makes no column.
    private static int CountOf(CsvReader csv)
    {
        int count = csv.FieldCount;
        return count > 1 && csv.GetRawSpan(count - 1).Trim(" \t"u8).IsEmpty ? count - 1 : count;
    }

    private DataException WrongCount(CsvReader csv)
    {
        // A quote that is left open takes separators with it: then that is what is wrong.
        for (int column = 0; column < csv.FieldCount; column++)
        {
            Field(csv, column);
        }

        int count = CountOf(csv);
        int expected = _columns?.Count ?? DigitColumns.UsualCount;
        string form = _columns is null || expected == DigitColumns.UsualCount ? " (label,pixel0,...,pixel783, separated by commas)" : ", as in the lines before";
        return new DataException(Invariant($"{path}, line {csv.LineNumber}: found {count} column(s), but {expected} were expected{form}{DigitColumns.Guess(count)}: correct the line."));
    }

    private void CheckIndex(CsvReader csv)
    {
        if (!TableNumber.TryRead(Field(csv, 0), out double index) || (_header is null && _rows.Labels.Count > 0 && index != _lastIndex + 1.0))
        {
            throw new DataException(
                Invariant($"{path}, line {csv.LineNumber}, column 1: found {TableNumber.Shown(Field(csv, 0))}, but with {_columns!.Count} columns the first one was taken to number the rows: ") +
                "leave out the column that is neither label nor pixel.");
        }

        _lastIndex = index;
    }

    private byte ReadLabel(CsvReader csv)
    {
        int column = _columns!.Label;
        if (_columns.LabelWidth > 1)
        {
            return ReadVector(csv, column);
        }

        if (IsPlain(csv.GetRawSpan(column), out int plain) && plain < DigitSet.ClassCount)
        {
            return (byte)plain;
        }

        ReadOnlySpan<byte> text = Field(csv, column);
        bool isNumber = TableNumber.TryRead(text, out double number);
        if (isNumber && Math.Floor(number) == number && number is >= 0.0 and < DigitSet.ClassCount)
        {
            return (byte)number;
        }

        string header = _header is null && _rows.Labels.Count == 0 ? " (or a header that starts with the word label)" : "";
        string guess = number == 10.0 && isNumber ? "; where 10 stands for the zeros, write 0" : LabelHint(csv);
        throw Wrong(csv, column, "label", Invariant($"a whole number from 0 to {DigitSet.ClassCount - 1} was expected{header}{guess}"));
    }

    private byte ReadVector(CsvReader csv, int first)
    {
        int label = -1;
        for (int k = 0; k < DigitSet.ClassCount; k++)
        {
            bool isNumber = TableNumber.TryRead(Field(csv, first + k), out double number);
            if (!isNumber || number is not (0.0 or 1.0) || (number == 1.0 && label >= 0))
            {
                throw Wrong(csv, first + k, Invariant($"label, place {k}"), "one 1 and nine 0 were expected");
            }

            label = number == 1.0 ? k : label;
        }

        return label >= 0 ? (byte)label : throw Wrong(csv, first, "label", "one 1 and nine 0 were expected");
    }

    private void ReadPixel(CsvReader csv, int column)
    {
        if (IsPlain(csv.GetRawSpan(column), out int plain) && plain <= byte.MaxValue && _rows.TryAdd((byte)plain))
        {
            return;
        }

        if (TableNumber.TryRead(Field(csv, column), out double number) && _rows.TryAdd(number))
        {
            return;
        }

        string objection = TableNumber.TryRead(Field(csv, column), out number) ? _rows.Objection(number) : "";
        string comma = _separator == ',' || !Field(csv, column).Contains((byte)',') ? "" : "; decimals have a point";
        throw Wrong(csv, column, Invariant($"pixel{column - _columns!.FirstPixel}"), $"a whole number from 0 to 255 was expected{objection}{comma}{LabelHint(csv)}");
    }

    private DataException Wrong(CsvReader csv, int column, string what, string expected)
    {
        return new DataException(Invariant($"{path}, line {csv.LineNumber}, column {column + 1} ({what}): found {TableNumber.Shown(Field(csv, column))}, but {expected}: correct the entry."));
    }

    // A label behind the pixels, in a table whose first column was taken for the label.
    private string LabelHint(CsvReader csv)
    {
        bool isPossible = !_columns!.IsCertain && TableNumber.TryRead(Field(csv, _columns.Count - 1), out double last) && last is >= 0.0 and <= 9.0 && Math.Floor(last) == last && last > 0.0;
        return isPossible && _rows.Labels.All(label => label == 0) ? "; where the label stands in the last column, --label last reads it" : "";
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
    private ReadOnlySpan<byte> Field(CsvReader csv, int column)
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
}
