using System.Globalization;

namespace LoopNet.Data;

/// <summary>Answers as a workbook (<c>.xlsx</c>): the worksheet filled in, or a table of names and values.</summary>
/// <remarks>
/// Read is the first sheet with a row that says name and value; without one, the first sheet that has a cell. A number counts as written with up to 15 significant
/// digits, as a spreadsheet shows it; as text, it keeps its last zeros. Of a formula, its value counts.
/// </remarks>
internal static class WorkbookAnswers
{
    private const string DigitsOfACell = "G15";

    /// <summary>Reads answers.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataException">The file cannot be read, or is no table of answers.</exception>
    public static IReadOnlyList<AnswerEntry> Read(string path)
    {
        IReadOnlyList<AnswerRow>[] sheets = [.. WorkbookReader.Read(path).Where(sheet => sheet.Rows.Any()).Select(sheet => Rows(sheet, path))];
        IReadOnlyList<AnswerRow>? chosen = sheets.FirstOrDefault(AnswerTable.HasHeadIn) ?? sheets.FirstOrDefault();
        return chosen is null ? [] : AnswerTable.Read(chosen);
    }

    private static List<AnswerRow> Rows(WorkbookSheet sheet, string path)
    {
        List<AnswerRow> rows = [];
        foreach ((int row, IEnumerable<(int Column, Cell Cell)> cells) in sheet.Rows)
        {
            string Place(int column) => $"{path}: {sheet.Name}!{new CellAddress(row, column + 1)}";
            (int Column, Cell Cell)[] all = [.. cells];
            string[] fields = new string[all[^1].Column];
            Array.Fill(fields, "");
            foreach ((int column, Cell cell) in all)
            {
                fields[column - 1] = cell.Formula is not null && cell.Number is null && cell.Text is null
                    ? throw new DataException($"{Place(column - 1)}: found a formula without its value; open the file in a spreadsheet program, and save it.")
                    : cell.Text ?? cell.Number?.ToString(DigitsOfACell, CultureInfo.InvariantCulture) ?? "";
            }

            rows.Add(new AnswerRow(fields, Place, [.. all.Where(cell => cell.Cell.Text is null).Select(cell => cell.Column - 1)]));
        }

        return rows;
    }
}
