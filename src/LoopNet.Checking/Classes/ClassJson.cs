using System.Text.Encodings.Web;
using System.Text.Json;

namespace LoopNet.Checking;

/// <summary>Writes a class for programs: one JSON object, described in docs/class.md.</summary>
public static class ClassJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The class as JSON, without a line end after it.</summary>
    /// <param name="report">The class.</param>
    public static string Text(ClassReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        object content = new
        {
            Format = "loopnet-class/1",
            report.Subject,
            Graded = report.Count(SheetStatus.Graded),
            Unread = report.Count(SheetStatus.Unread),
            Missing = report.Count(SheetStatus.Missing),
            report.Doubled,
            report.Mistakes,
            Sheets = report.Lines.Select(Sheet),
        };
        return JsonSerializer.Serialize(content, Options);
    }

    private static object Sheet(ClassLine line)
    {
        bool isGraded = line.Status == SheetStatus.Graded;
        int? Number(int number) => isGraded ? number : null;
        return new
        {
            line.File,
            line.Id,
            Status = ClassRows.Word(line.Status),
            Asked = Number(line.Asked),
            Right = Number(line.Right),
            Follows = Number(line.Follows),
            Wrong = Number(line.Wrong),
            Blank = Number(line.Blank),
            line.Points,
            FirstWrong = line.Report?.FirstWrong?.Called,
            line.Mistakes,
            line.Reason,
        };
    }
}
