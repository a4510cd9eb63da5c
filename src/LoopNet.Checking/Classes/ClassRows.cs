using System.Globalization;

namespace LoopNet.Checking;

/// <summary>A class as a table for other programs: a heading, and a row for each sheet.</summary>
public static class ClassRows
{
    private static readonly string[] Heading = ["file", "id", "status", "asked", "right", "follows", "wrong", "blank", "points", "first_wrong", "mistakes", "reason"];

    /// <summary>The rows, the heading first.</summary>
    /// <param name="report">The class.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Of(ClassReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return [Heading, .. report.Lines.Select(Row)];
    }

    /// <summary>A status in a word.</summary>
    internal static string Word(SheetStatus status) => status switch
    {
        SheetStatus.Graded => "graded",
        SheetStatus.Unread => "unread",
        _ => "missing",
    };

    private static string[] Row(ClassLine line)
    {
        bool isGraded = line.Status == SheetStatus.Graded;
        string Number(int? number) => isGraded ? number!.Value.ToString(CultureInfo.InvariantCulture) : "";
        return
        [
            line.File, line.Id, Word(line.Status), Number(line.Asked), Number(line.Right), Number(line.Follows), Number(line.Wrong), Number(line.Blank), Number(line.Points),
            line.Report?.FirstWrong?.Called ?? "", string.Join("; ", line.Mistakes), line.Reason,
        ];
    }
}
