using System.Globalization;
using LoopNet.Checking;
using LoopNet.Data;
using LoopNet.Tracing;

namespace LoopNet.Spreadsheets;

/// <summary>A worksheet as a workbook to fill in: a row for each number, with its name and a box beside its equation.</summary>
public static class WorksheetWorkbook
{
    private const int LineLength = 84;
    private const int NameColumn = 2;
    private const int ValueColumn = 3;
    private const int FormulaColumn = 4;

    /// <summary>Writes the workbook into a file, whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="worksheet">The form.</param>
    /// <param name="check">The command line that checks it when it is filled in.</param>
    /// <param name="key">What fills it in; null for a blank form.</param>
    /// <exception cref="DataException">The file cannot be written; what was there before stays.</exception>
    public static void Write(string path, Worksheet worksheet, string check, WorksheetKey? key = null) => WorkbookFile.Write(path, [Sheet(worksheet, check, key)]);

    private static WorkbookSheet Sheet(Worksheet worksheet, string check, WorksheetKey? key)
    {
        ArgumentNullException.ThrowIfNull(worksheet);
        ArgumentNullException.ThrowIfNull(check);
        WorkbookSheet sheet = new("Worksheet", 11.0, 20.0, 20.0, 52.0);
        AddHead(sheet, worksheet, check, key is not null);
        AddHeads(sheet);
        string? place = null;
        foreach (WorksheetRow row in WorksheetRow.All(worksheet, key))
        {
            if (row.Place != place)
            {
                place = row.Place;
                Put(sheet, 1, Cell.OfText(place, CellLook.Heading));
            }

            Add(sheet, row);
        }

        return sheet;
    }

    private static void AddHead(WorkbookSheet sheet, Worksheet worksheet, string check, bool isKey)
    {
        Put(sheet, 1, Cell.OfText($"{(isKey ? "Key" : "Worksheet")}: {worksheet.Header.Example}", CellLook.Title));
        string[] lines =
        [
            .. isKey ? [] : (string[])["Name: ______________________________     Date: ________________", "Write each number into its box; a box that stays empty is a blank."],
            .. worksheet.Conventions,
            .. worksheet.Repetition is string again ? (string[])[again] : [],
            $"To check it: {check}",
        ];
        foreach (string line in lines.SelectMany(line => FittedLines.Of(line, LineLength)))
        {
            Put(sheet, 1, Cell.OfText(line));
        }
    }

    // By these words the file is read again.
    private static void AddHeads(WorkbookSheet sheet)
    {
        int row = sheet.NextRow;
        string[] heads = ["equation", "name", "value", "formula"];
        for (int column = 0; column < heads.Length; column++)
        {
            sheet[new CellAddress(row, column + 1)] = Cell.OfText(heads[column], CellLook.Remark);
        }
    }

    private static void Add(WorkbookSheet sheet, WorksheetRow row)
    {
        int number = sheet.NextRow;
        double? value = row.Value is string text ? double.Parse(text, CultureInfo.InvariantCulture) : null;
        sheet[new CellAddress(number, 1)] = Cell.OfText(row.Equation, row.IsGiven ? CellLook.Remark : CellLook.Name);
        sheet[new CellAddress(number, NameColumn)] = Cell.OfText(row.Name, CellLook.Name);
        sheet[new CellAddress(number, ValueColumn)] = value is double found ? Cell.OfNumber(found, row.IsGiven ? CellLook.Computed : CellLook.Blank) : Cell.Blank;
        if (row.Formula.Length > 0)
        {
            sheet[new CellAddress(number, FormulaColumn)] = Cell.OfText(row.Formula);
        }
    }

    private static void Put(WorkbookSheet sheet, int column, Cell cell) => sheet[new CellAddress(sheet.NextRow, column)] = cell;
}
