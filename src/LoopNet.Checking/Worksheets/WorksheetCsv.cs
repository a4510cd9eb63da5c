using System.Text;

namespace LoopNet.Checking;

/// <summary>Writes a worksheet as a table of comma-separated values: a line for each number, its value empty where it is to be computed.</summary>
public static class WorksheetCsv
{
    // What a spreadsheet would take for a formula; labels may begin so.
    private const string StartsOfFormulas = "=+-@";

    /// <summary>The text of the file, with line feeds.</summary>
    /// <param name="worksheet">The form.</param>
    /// <param name="key">What fills it in; null for a blank form.</param>
    public static string Write(Worksheet worksheet, WorksheetKey? key = null)
    {
        ArgumentNullException.ThrowIfNull(worksheet);
        StringBuilder text = new("name,value,equation,formula\n");
        foreach (WorksheetRow row in WorksheetRow.All(worksheet, key))
        {
            text.Append($"{Field(row.Name)},{Field(row.Value ?? "", isNumber: true)},{Field(row.Equation)},{Field(row.Formula)}\n");
        }

        return text.ToString();
    }

    private static string Field(string text, bool isNumber = false)
    {
        string safe = !isNumber && text.Length > 0 && StartsOfFormulas.Contains(text[0]) ? $"'{text}" : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n;") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
