using LoopNet.Checking;
using LoopNet.Tracing;

namespace LoopNet.Cli;

/// <summary>Writes the table of a class for people: the commonest mistakes on top, then a line for each sheet.</summary>
internal static class ClassTable
{
    private const int MostMistakes = 8;
    private const int WidestName = 24;
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
        string[][] names = [["ID", "sheet"], .. report.Lines.Select(line => new[] { line.Id, Shortened(VisibleText.Of(line.File)) })];
        string[][] figures = [["right", "points", "first wrong", "mistake"], .. report.Lines.Select(Figures)];
        int[] nameWidths = [report.IsOfExercises ? names.Max(row => row[0].Length) : 0, names.Max(row => row[1].Length)];
        int[] widths = [.. Enumerable.Range(0, 3).Select(column => figures.Where(row => row.Length > 1).Max(row => row[column].Length))];
        foreach ((string[] name, string[] row) in names.Zip(figures))
        {
            string id = report.IsOfExercises ? name[0].PadRight(nameWidths[0]) + Gap : "";
            string start = $"{id}{name[1].PadRight(nameWidths[1])}{Gap}";
            string line = row.Length == 1 ? start : $"{start}{row[0].PadLeft(widths[0])}{Gap}{row[1].PadLeft(widths[1])}{Gap}{row[2].PadRight(widths[2])}{Gap}";
            string margin = new(' ', Math.Min(line.Length, Math.Max(0, width - Narrowest)));
            foreach (string part in FittedLines.Of($"{line}{row[^1]}".TrimEnd(), width, margin))
            {
                output.WriteLine(part);
            }
        }
    }

    // A reason stands in place of the figures.
    private static string[] Figures(ClassLine line)
    {
        return line.Status == SheetStatus.Graded
            ? [Invariant($"{line.Right}/{line.Asked}"), Invariant($"{line.Points}"), line.Report!.FirstWrong?.Called ?? "", string.Join("; ", line.Mistakes)]
            : [VisibleText.Of(line.Reason)];
    }

    // Of a long name, the beginning and the end: there stand whose it is and what it is.
    private static string Shortened(string name) => name.Length <= WidestName ? name : $"{name[..(WidestName / 2)]}...{name[^((WidestName / 2) - 3)..]}";
}
