using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace LoopNet.Data;

/// <summary>Reads what stands in the cells of a workbook (<c>.xlsx</c>): texts, numbers, and the values that its formulas had when it was saved.</summary>
public static class WorkbookReader
{
    // A calculation by hand has some hundred numbers; a file that unpacks to more is none.
    private const int MostCells = 1_000_000;
    private const long MostCharacters = 100_000_000;

    /// <summary>Whether a file is a workbook.</summary>
    /// <param name="path">The file.</param>
    public static bool Is(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) || ForeignFile.At(path)?.What is "an Excel workbook";
    }

    /// <summary>Reads a workbook.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Its sheets in order.</returns>
    /// <exception cref="DataException">The file cannot be read or is no workbook.</exception>
    public static IReadOnlyList<WorkbookSheet> Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            using FileStream file = File.OpenRead(path);
            using SpreadsheetDocument document = SpreadsheetDocument.Open(file, isEditable: false, new OpenSettings { MaxCharactersInPart = MostCharacters });
            return Read(document, path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DataException($"There is no file {path}, but a workbook was expected: check the name.", exception);
        }
        catch (Exception exception) when (exception is FileFormatException or InvalidDataException or OpenXmlPackageException or XmlException or InvalidOperationException or FormatException)
        {
            throw new DataException($"{path} is no workbook that can be read ({exception.Message.TrimEnd('.')}): save it as .xlsx again.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new DataException($"{path} cannot be read ({exception.Message.TrimEnd('.')}): check the file and the right to read it.", exception);
        }
    }

    private static List<WorkbookSheet> Read(SpreadsheetDocument document, string path)
    {
        WorkbookPart part = document.WorkbookPart ?? throw new DataException($"{path} holds no workbook: save it as .xlsx again.");
        string[] shared = [.. part.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(TextOf) ?? []];
        List<WorkbookSheet> sheets = [];
        int cells = 0;
        foreach (Sheet listed in part.Workbook?.Sheets?.Elements<Sheet>() ?? [])
        {
            if (listed.Id?.Value is not string id || !part.TryGetPartById(id, out OpenXmlPart? found) || found is not WorksheetPart content)
            {
                continue;
            }

            WorkbookSheet sheet = new(listed.Name?.Value ?? "");
            foreach (DocumentFormat.OpenXml.Spreadsheet.Cell cell in content.Worksheet?.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>() ?? [])
            {
                if (CellAddress.Parse(cell.CellReference?.Value ?? "") is CellAddress address && Of(cell, shared) is Cell read)
                {
                    sheet[address] = read;
                    cells++;
                }

                if (cells > MostCells)
                {
                    throw new DataException(Invariant($"{path} has more than {MostCells:N0} cells, which no calculation by hand has: give the sheet with your numbers alone."));
                }
            }

            sheets.Add(sheet);
        }

        return sheets;
    }

    private static Cell? Of(DocumentFormat.OpenXml.Spreadsheet.Cell cell, string[] shared)
    {
        string value = cell.CellValue?.Text ?? "";
        CellValues type = cell.DataType?.Value ?? CellValues.Number;
        if (type == CellValues.SharedString)
        {
            return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int place) && place < shared.Length ? Cell.OfText(shared[place]) : null;
        }

        if (type == CellValues.InlineString)
        {
            return Cell.OfText(cell.InlineString is InlineString text ? TextOf(text) : "");
        }

        string? formula = cell.CellFormula is null ? null : cell.CellFormula.Text;
        bool isNumber = type == CellValues.Number && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
        if (!isNumber)
        {
            bool isEmpty = value.Length == 0;
            return !isEmpty ? Cell.OfText(value) : formula is null ? null : Cell.OfFormula(formula, value: null);
        }

        double number = double.Parse(value, CultureInfo.InvariantCulture);
        return formula is null ? Cell.OfNumber(number) : Cell.OfFormula(formula, number);
    }

    // The text of its runs; how an East Asian text is pronounced is no part of it.
    private static string TextOf(DocumentFormat.OpenXml.OpenXmlElement item)
    {
        return string.Concat(item.Descendants<Text>().Where(text => text.Parent is not PhoneticRun).Select(text => text.Text));
    }
}
