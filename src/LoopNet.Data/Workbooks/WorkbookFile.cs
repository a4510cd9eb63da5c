using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace LoopNet.Data;

/// <summary>Writes workbooks as <c>.xlsx</c>: the only place, with <see cref="WorkbookReader"/>, that knows the format.</summary>
/// <remarks>The same sheets give the same bytes: the file holds no time, and it is not compressed, since libraries compress differently.</remarks>
public static class WorkbookFile
{
    /// <summary>How many characters a formula may have.</summary>
    public const int LongestFormula = 8192;

    // Zip knows no earlier time, and a file should not tell when it was written.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes a workbook into a file, whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sheets">Its sheets, at least one.</param>
    /// <exception cref="DataException">The file cannot be written; what was there before stays.</exception>
    public static void Write(string path, IReadOnlyList<WorkbookSheet> sheets) => WholeFile.Write(path, stream => Write(stream, sheets));

    /// <summary>Writes a workbook into a stream.</summary>
    /// <param name="stream">The stream; it need not seek.</param>
    /// <param name="sheets">Its sheets, at least one.</param>
    public static void Write(Stream stream, IReadOnlyList<WorkbookSheet> sheets)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(sheets);
        using MemoryStream package = new();
        using (SpreadsheetDocument document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
        {
            WorkbookPart workbook = document.AddWorkbookPart();
            document.ChangeIdOfPart(workbook, "rId1");
            workbook.AddNewPart<WorkbookStylesPart>("rIdStyles").Stylesheet = WorkbookStyles.Sheet();
            Sheets list = new();
            DefinedNames names = new();
            for (int index = 0; index < sheets.Count; index++)
            {
                string id = Invariant($"rId{index + 1}");
                Write(workbook.AddNewPart<WorksheetPart>(id), sheets[index]);
                list.AppendChild(new Sheet { Name = sheets[index].Name, SheetId = (uint)index + 1, Id = id });
                AddNames(names, sheets[index], (uint)index);
            }

            workbook.Workbook = new Workbook(list);
            if (names.HasChildren)
            {
                workbook.Workbook.AppendChild(names);
            }

            // A program that computes does so when it opens the file: its exponentials may differ in the last bit from the values that are written here.
            workbook.Workbook.AppendChild(new CalculationProperties { FullCalculationOnLoad = true });
        }

        WriteTimeless(package, stream);
    }

    private static void AddNames(DefinedNames names, WorkbookSheet sheet, uint index)
    {
        foreach ((string name, CellAddress first, CellAddress last) in sheet.Names)
        {
            string range = first == last ? first.Fixed : $"{first.Fixed}:{last.Fixed}";
            names.AppendChild(new DefinedName($"'{sheet.Name}'!{range}") { Name = name, LocalSheetId = index });
        }
    }

    private static void Write(WorksheetPart part, WorkbookSheet sheet)
    {
        using OpenXmlWriter writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new SheetViews(new SheetView { ShowGridLines = false, WorkbookViewId = 0U }));
        if (sheet.Widths.Count > 0)
        {
            writer.WriteElement(ColumnsOf(sheet));
        }

        writer.WriteStartElement(new SheetData());
        foreach ((int row, IEnumerable<(int Column, Cell Cell)> cells) in sheet.Rows)
        {
            Write(writer, row, cells);
        }

        writer.WriteEndElement();
        writer.WriteElement(new PageMargins { Left = 0.5, Right = 0.5, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new PageSetup { Orientation = OrientationValues.Portrait, FitToWidth = 1U, FitToHeight = 0U });
        writer.WriteEndElement();
    }

    private static Columns ColumnsOf(WorkbookSheet sheet)
    {
        Columns columns = new();
        for (int column = 1; column <= Math.Max(sheet.Widths.Count, sheet.LastColumn); column++)
        {
            double width = sheet.Widths[Math.Min(column, sheet.Widths.Count) - 1];
            columns.AppendChild(new Column { Min = (uint)column, Max = (uint)column, Width = width, CustomWidth = true });
        }

        return columns;
    }

    private static void Write(OpenXmlWriter writer, int row, IEnumerable<(int Column, Cell Cell)> cells)
    {
        (int Column, Cell Cell)[] all = [.. cells];
        Row element = new() { RowIndex = (uint)row };
        if (Array.Exists(all, cell => WorkbookStyles.HeightOf(cell.Cell.Look) is not null))
        {
            element.Height = all.Max(cell => WorkbookStyles.HeightOf(cell.Cell.Look) ?? 0.0);
            element.CustomHeight = true;
        }

        writer.WriteStartElement(element);
        foreach ((int column, Cell cell) in all)
        {
            writer.WriteElement(Of(new CellAddress(row, column), cell));
        }

        writer.WriteEndElement();
    }

    private static DocumentFormat.OpenXml.Spreadsheet.Cell Of(CellAddress address, Cell cell)
    {
        DocumentFormat.OpenXml.Spreadsheet.Cell element = new() { CellReference = address.ToString(), StyleIndex = (uint)cell.Look };
        if (cell.Text is not null)
        {
            element.DataType = CellValues.InlineString;
            element.InlineString = new InlineString(new Text(XmlText.Of(cell.Text)) { Space = SpaceProcessingModeValues.Preserve });
            return element;
        }

        if (cell.Formula is not null)
        {
            element.CellFormula = new CellFormula(cell.Formula);
        }

        if (cell.Number is double number)
        {
            element.CellValue = new CellValue(number.ToString("R", CultureInfo.InvariantCulture));
        }

        return element;
    }

    // The library stamps its parts with the time of writing.
    private static void WriteTimeless(MemoryStream package, Stream stream)
    {
        package.Position = 0;
        using ZipArchive stamped = new(package, ZipArchiveMode.Read);
        using MemoryStream memory = new();
        using (ZipArchive archive = new(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (ZipArchiveEntry part in stamped.Entries)
            {
                ZipArchiveEntry entry = archive.CreateEntry(part.FullName, CompressionLevel.NoCompression);
                entry.LastWriteTime = NoTime;
                using Stream from = part.Open();
                using Stream to = entry.Open();
                from.CopyTo(to);
            }
        }

        memory.WriteTo(stream);
    }
}
