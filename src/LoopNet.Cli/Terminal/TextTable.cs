namespace LoopNet.Cli;

/// <summary>Rows of plain text, aligned: the first column to the left, the others to the right.</summary>
internal sealed class TextTable
{
    private const string Gap = "  ";

    private readonly List<string[]> _rows = [];

    /// <summary>Adds a row; every row has the same number of cells.</summary>
    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>Writes the rows added so far.</summary>
    /// <param name="output">Where they go.</param>
    /// <param name="leftAligned">Further columns, from 0, that are aligned to the left.</param>
    public void Write(TextWriter output, params int[] leftAligned)
    {
        int[] widths = new int[_rows[0].Length];
        foreach (string[] row in _rows)
        {
            for (int column = 0; column < widths.Length; column++)
            {
                widths[column] = Math.Max(widths[column], row[column].Length);
            }
        }

        foreach (string[] row in _rows)
        {
            IEnumerable<string> cells = row.Select((cell, column) =>
                column == 0 || leftAligned.Contains(column) ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]));
            output.WriteLine(string.Join(Gap, cells).TrimEnd());
        }
    }
}
