using LoopNet.Checking;
using LoopNet.Tracing;

namespace LoopNet.Cli;

/// <summary>Writes the table of a class for people: the commonest mistakes on top, then a line for each sheet.</summary>
internal static class ClassTable
{
    private const int MostMistakes = 8;
    private const int WidestName = 30;
    private const int Narrowest = 20;
    private const string Gap = "  ";

    /// <summary>Writes the table.</summary>
    /// <param name="report">The class.</param>
    /// <param name="output">Where it goes.</param>
    /// <param name="width">The longest line, in characters.</param>
    public static void Write(ClassReport report, TextWriter output, int width)
    {
        int graded = report.Count(SheetStatus.Graded);
        List<string> counts = [$"{NumberText.Count(graded, "sheet")} graded"];
        AddCount(counts, report.Count(SheetStatus.Unread), "cannot be graded");
        AddCount(counts, report.Count(SheetStatus.Missing), "not handed in");
        output.WriteLine($"{report.Subject}: {string.Join(", ", counts)}");
        WriteMistakes(report, graded, output);
        output.WriteLine();
        WriteSheets(report, output, width);
        if (report.Doubled.Count > 0)
        {
            output.WriteLine();
            output.WriteLine($"More than one sheet of {string.Join(", ", report.Doubled)}: each has its own line.");
        }
    }

    private static void AddCount(List<string> counts, int count, string what)
    {
        if (count > 0)
        {
            counts.Add(Invariant($"{count} {what}"));
        }
    }

    private static void WriteMistakes(ClassReport report, int graded, TextWriter output)
    {
        if (report.Mistakes.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine(Invariant($"Commonest mistake: {report.Mistakes[0].Name}, on {report.Mistakes[0].Count} of {graded} sheets."));
        foreach (ClassMistake mistake in report.Mistakes.Skip(1).Take(MostMistakes - 1))
        {
            output.WriteLine(Invariant($"{mistake.Count,6}  {mistake.Name}"));
        }

        int more = report.Mistakes.Count - MostMistakes;
        if (more > 0)
        {
            output.WriteLine($"        and {NumberText.Count(more, "other")}, each on fewer or as many");
        }
    }

    private static void WriteSheets(ClassReport report, TextWriter output, int width)
    {
        string[][] cells = [["sheet", "right", "points", "first wrong", "mistake"], .. report.Lines.Select(Cells)];
        int[] widths = [.. Enumerable.Range(0, 4).Select(column => cells.Max(row => column < row.Length - 1 || column == 0 ? row[column].Length : 0))];
        foreach (string[] row in cells)
        {
            // A reason stands in place of the figures.
            bool isReason = row.Length == 2;
            string start = isReason
                ? $"{row[0].PadRight(widths[0])}{Gap}"
                : $"{row[0].PadRight(widths[0])}{Gap}{row[1].PadLeft(widths[1])}{Gap}{row[2].PadLeft(widths[2])}{Gap}{row[3].PadRight(widths[3])}{Gap}";
            string margin = new(' ', Math.Min(start.Length, Math.Max(0, width - Narrowest)));
            foreach (string line in FittedLines.Of($"{start}{row[^1]}".TrimEnd(), width, margin))
            {
                output.WriteLine(line);
            }
        }
    }

    private static string[] Cells(ClassLine line)
    {
        string name = Shortened(VisibleText.Of(line.Status == SheetStatus.Missing ? line.Id : line.File));
        return line.Status == SheetStatus.Graded
            ? [name, Invariant($"{line.Right}/{line.Asked}"), Invariant($"{line.Points}"), line.Report!.FirstWrong?.Called ?? "", string.Join("; ", line.Mistakes)]
            : [name, line.Reason];
    }

    // Of a long name, the beginning and the end: there stand whose it is and what it is.
    private static string Shortened(string name) => name.Length <= WidestName ? name : $"{name[..(WidestName / 2)]}...{name[^((WidestName / 2) - 3)..]}";
}
