using System.Text;
using System.Text.RegularExpressions;
using CsvHelper;

namespace LoopNet.Data;

/// <summary>Answers as a text file of separated values (<c>.csv</c>): with commas, semicolons or tabs, as the file shows.</summary>
internal static partial class CsvAnswers
{
    private const string Ending = ".csv";
    private const string SeparatorMark = "sep=";
    private const int LongestLine = 1 << 16;

    /// <summary>Whether a file is named so.</summary>
    public static bool IsNamed(string path) => path.EndsWith(Ending, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads answers.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataException">The file cannot be read, or is no table of answers.</exception>
    public static IReadOnlyList<AnswerEntry> Read(string path) => AnswerTable.Read(Rows(TextFile.Read(path, "a file of answers, names and values in UTF-8"), path));

    /// <summary>The rows of a text.</summary>
    public static IReadOnlyList<AnswerRow> Rows(string text, string path)
    {
        List<AnswerRow> rows = [];
        char separator = Separator(text);
        CsvReaderOptions format = new()
        {
            Separator = separator,
            HasHeader = false,
            SkipEmptyLines = true,
            AllowLineBreaksInQuotes = false,
            TrackLineNumbers = true,
            MaxRecordSize = LongestLine,
        };
        try
        {
            using MemoryStream stream = new(Encoding.UTF8.GetBytes(text));
            using CsvReader csv = CsvReader.Create(stream, format);
            while (csv.Read())
            {
                long line = csv.LineNumber;
                string[] fields = Fields(csv, separator);
                bool isMark = rows.Count == 0 && fields[0].StartsWith(SeparatorMark, StringComparison.OrdinalIgnoreCase);
                rows.Add(new AnswerRow(isMark ? [] : fields, _ => Invariant($"{path}: row {line}"), []));
            }
        }
        catch (CsvFormatException exception)
        {
            throw new DataException(Invariant($"{path}: row {exception.LineNumber}: this is no row of separated values ({exception.Message.TrimEnd('.')}); check its quotes."), exception);
        }

        return rows;
    }

    // An index has commas of its own: W1[0,1] is one field, also without quotes.
    private static string[] Fields(CsvReader csv, char separator)
    {
        List<string> fields = [];
        bool isOpen = false;
        for (int column = 0; column < csv.FieldCount; column++)
        {
            string field = csv.GetString(column);
            bool isQuoted = csv.GetRawSpan(column).TrimStart((byte)' ').StartsWith("\""u8);
            if (isOpen)
            {
                fields[^1] += separator + field;
            }
            else
            {
                fields.Add(field);
            }

            isOpen = !isQuoted && separator == ',' && fields[^1].LastIndexOf('[') > fields[^1].LastIndexOf(']');
        }

        return [.. fields];
    }

    // The first line that has one of them outside of quotes and brackets tells; decimal commas may stand between semicolons.
    private static char Separator(string text)
    {
        foreach (string line in text.Split('\n').Select(line => line.Trim('\r')))
        {
            string bare = EnclosedPattern().Replace(line, "");
            char? found = bare.Contains(';', StringComparison.Ordinal) ? ';' : bare.Contains('\t', StringComparison.Ordinal) ? '\t' : bare.Contains(',', StringComparison.Ordinal) ? ',' : null;
            if (found is char separator)
            {
                return separator;
            }
        }

        return ',';
    }

    [GeneratedRegex("""("[^"]*"|\[[^\[\]]*\])""", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex EnclosedPattern();
}
