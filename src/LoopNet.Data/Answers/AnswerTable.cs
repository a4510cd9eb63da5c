using System.Text.RegularExpressions;

namespace LoopNet.Data;

/// <summary>Answers in a table, of a text file or of a sheet: a row for each number, with its name and its value.</summary>
/// <remarks>
/// Where a row says <c>name</c> and <c>value</c>, those two columns are read, from the next row on; without such a row, the table has two columns. A row without a
/// name heads others, and one whose column <c>equation</c> says <c>given</c> is no answer. Decimals have a point or a comma, the same through the table.
/// </remarks>
internal sealed partial class AnswerTable
{
    private const string NameHead = "name";
    private const string ValueHead = "value";
    private const string EquationHead = "equation";
    private const string GivenMark = "given";
    private const string StartsOfFormulas = "=+-@";
    private const string Expected = "a finite decimal number, for example 0.0360 or 3.6e-2, or nothing for a blank";
    private const int LongestQuote = 40;

    private readonly IReadOnlyList<AnswerRow> _rows;
    private readonly int _first;
    private readonly int _name;
    private readonly int _value;
    private readonly int _equation;

    private AnswerTable(IReadOnlyList<AnswerRow> rows)
    {
        _rows = rows;
        int head = Enumerable.Range(0, rows.Count).FirstOrDefault(row => rows[row].Column(NameHead) >= 0 && rows[row].Column(ValueHead) >= 0, -1);
        HasHead = head >= 0;
        _first = head + 1;
        _name = HasHead ? rows[head].Column(NameHead) : 0;
        _value = HasHead ? rows[head].Column(ValueHead) : 1;
        _equation = HasHead ? rows[head].Column(EquationHead) : -1;
    }

    private bool HasHead { get; }

    /// <summary>Whether rows have a head that says where names and values stand.</summary>
    public static bool HasHeadIn(IReadOnlyList<AnswerRow> rows) => new AnswerTable(rows).HasHead;

    /// <summary>The answers of a table.</summary>
    /// <param name="rows">Its rows.</param>
    /// <exception cref="DataException">A row is none of a table of answers, a value is no number, or a number stands there twice with different values.</exception>
    public static IReadOnlyList<AnswerEntry> Read(IReadOnlyList<AnswerRow> rows) => new AnswerTable(rows).Entries();

    private List<AnswerEntry> Entries()
    {
        AnswerRow[] answers = [.. _rows.Skip(_first).Where(IsAnswer)];
        string[] values = [.. answers.Select(row => PastedText.Number(row[_value]).Trim())];
        CheckDecimals(answers, values);
        List<AnswerEntry> entries = [];
        Dictionary<string, AnswerEntry> byName = new(StringComparer.Ordinal);
        for (int place = 0; place < answers.Length; place++)
        {
            AnswerEntry entry = Entry(answers[place], values[place]);
            if (byName.TryAdd(entry.Name, entry))
            {
                entries.Add(entry);
                continue;
            }

            AnswerEntry other = byName[entry.Name];
            if (other.Literal != entry.Literal)
            {
                throw new DataException($"{entry.Place}: found {Shortened(entry.Name)} = {entry.Literal ?? "a blank"}, but {other.Place} has {other.Literal ?? "a blank"} for it; expected each number once.");
            }
        }

        return entries;
    }

    private bool IsAnswer(AnswerRow row)
    {
        bool isEmpty = row[_name].Length == 0 && row[_value].Length == 0;
        if (isEmpty || (_equation >= 0 && row[_equation].Equals(GivenMark, StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        if (row[_name].Length == 0)
        {
            throw new DataException($"{row.PlaceOf(_value)}: found the value {Shortened(row[_value])} without a name; expected a name such as z1[0] in its row.");
        }

        if (!HasHead && row.Count > 2)
        {
            throw new DataException(Invariant($"{row.PlaceOf(0)}: found {row.Count} columns; expected two, a name and a value. With decimal commas, put semicolons between the columns; more columns need a first row that says name and value."));
        }

        return true;
    }

    // A comma may be a decimal comma or part a thousand from the rest: a table that has points as well does not say which.
    private void CheckDecimals(AnswerRow[] answers, string[] values)
    {
        int comma = Array.FindIndex(values, value => CommaPattern().IsMatch(value));
        if (comma < 0)
        {
            return;
        }

        int point = Enumerable.Range(0, values.Length).FirstOrDefault(place => answers[place].IsText(_value) && values[place].Contains('.', StringComparison.Ordinal), -1);
        if (point >= 0)
        {
            throw new DataException($"{answers[comma].PlaceOf(_value)}: found {Shortened(values[comma])} with a comma, but {answers[point].PlaceOf(_value)} has {Shortened(values[point])} with a point; expected decimals of one kind.");
        }

        for (int place = 0; place < values.Length; place++)
        {
            values[place] = CommaPattern().IsMatch(values[place]) ? values[place].Replace(',', '.') : values[place];
        }
    }

    private AnswerEntry Entry(AnswerRow row, string value)
    {
        string name = row[_name].Trim();
        bool isMarked = name.Length > 1 && name[0] == '\'' && StartsOfFormulas.Contains(name[1]);
        if (value.Length > 0 && !NumberHint.IsNumber(value))
        {
            throw new DataException($"{row.PlaceOf(_value)}: found \"{Shortened(row[_value])}\"; expected {NumberHint.For(value) ?? Expected}.");
        }

        return new AnswerEntry(isMarked ? name[1..] : name, value.Length == 0 ? null : value, row.PlaceOf(_value), []);
    }

    private static string Shortened(string text) => text.Length <= LongestQuote ? text : $"{text[..LongestQuote]}...";

    [GeneratedRegex(@"^[+-]?[0-9]*,[0-9]+([eE][+-]?[0-9]+)?$", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex CommaPattern();
}
