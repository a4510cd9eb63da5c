using LoopNet.Checking;
using LoopNet.Data;
using LoopNet.Spreadsheets;

namespace LoopNet.Cli;

/// <summary>A worksheet in a file, in the form that the file's name says.</summary>
internal static class WorksheetFile
{
    /// <summary>The form of an answers file, which is the usual one.</summary>
    public const string Json = "json";

    private const string Workbook = "xlsx";

    /// <summary>The forms, each the ending of its files.</summary>
    public static IReadOnlyList<string> Forms { get; } = ["html", Json, "csv", Workbook];

    /// <summary>The forms in a sentence.</summary>
    public const string InWords = "a page to print (.html), or a file to fill in (.json, .csv or .xlsx)";

    /// <summary>The form that a file's name says; null where it says none.</summary>
    /// <param name="path">The file.</param>
    public static string? FormOf(string path) => Forms.FirstOrDefault(form => OutputFile.HasEnding(path, $".{form}"));

    /// <summary>Writes a worksheet into a file, whole or not at all.</summary>
    /// <param name="path">The file, whose name says the form, html, json, csv or xlsx.</param>
    /// <param name="worksheet">The form.</param>
    /// <param name="check">The command line that checks it when it is filled in.</param>
    /// <param name="key">What fills it in; null for a blank form.</param>
    /// <param name="form">The form, where the name says none.</param>
    /// <exception cref="DataException">The file cannot be written; what was there before stays.</exception>
    public static void Write(string path, Worksheet worksheet, string check, WorksheetKey? key = null, string? form = null)
    {
        string written = FormOf(path) ?? form ?? throw new UsageException($"{path}: a worksheet is {InWords}; give a name that ends in one of these");
        if (written == Workbook)
        {
            WorksheetWorkbook.Write(path, worksheet, check, key);
            return;
        }

        WholeFile.Write(path, Text(written, worksheet, check, key));
    }

    /// <summary>The text of a worksheet.</summary>
    /// <param name="form">A form that is text: html, json or csv.</param>
    /// <param name="worksheet">The form.</param>
    /// <param name="check">The command line that checks it when it is filled in.</param>
    /// <param name="key">What fills it in; null for a blank form.</param>
    /// <exception cref="UsageException">The form is xlsx, which is no text.</exception>
    public static string Text(string form, Worksheet worksheet, string check, WorksheetKey? key = null) => form switch
    {
        "html" => WorksheetHtml.Write(worksheet, key),
        "csv" => WorksheetCsv.Write(worksheet, key),
        Workbook => throw new UsageException("a workbook is not written to standard output; give --out NAME.xlsx"),
        _ => WorksheetJson.Write(worksheet, check, key),
    };
}
