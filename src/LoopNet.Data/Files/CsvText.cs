using System.Globalization;
using CsvHelper;

namespace LoopNet.Data;

/// <summary>Writes a table as CSV for other programs.</summary>
public static class CsvText
{
    /// <summary>The text, with commas and line feeds; a cell with a comma, a quote or a line end stands in quotes.</summary>
    /// <remarks>A cell that a spreadsheet would carry out as a formula gets an apostrophe before it: names of files come from others.</remarks>
    /// <param name="rows">The rows, the heading first; all of the same length.</param>
    public static string Of(IEnumerable<IReadOnlyList<string>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        CsvWriterOptions format = new() { NewLine = "\n", Injection = CsvInjection.Escape };
        using StringWriter text = new(CultureInfo.InvariantCulture);
        using (CsvWriter csv = CsvWriter.Create(text, format, leaveOpen: true))
        {
            foreach (IReadOnlyList<string> row in rows)
            {
                csv.WriteRecord([.. row]);
            }
        }

        return text.ToString();
    }
}
