namespace LoopNet.Tests.Published;

/// <summary>A table of a Markdown page, with the section that it stands in.</summary>
/// <param name="Section">The heading of the second level above it, for example <c>mazur</c>.</param>
/// <param name="Header">The cells of its first row.</param>
/// <param name="Rows">The cells of the rows below the rule, without the backquotes around a whole cell.</param>
public sealed record MarkdownTable(string Section, string[] Header, string[][] Rows)
{
    /// <summary>The header in one line, for example <c>LoopNet | Value</c>.</summary>
    public string Kind => string.Join(" | ", Header);

    public static IReadOnlyList<MarkdownTable> Read(string[] lines)
    {
        List<MarkdownTable> tables = [];
        string section = "";
        for (int line = 0; line < lines.Length; line++)
        {
            if (lines[line].StartsWith("## ", StringComparison.Ordinal))
            {
                section = lines[line][3..];
            }
            else if (IsRow(lines[line]))
            {
                string[][] rows = [.. lines.Skip(line).TakeWhile(IsRow).Select(Cells)];
                tables.Add(new MarkdownTable(section, rows[0], rows[2..]));
                line += rows.Length - 1;
            }
        }

        return tables;
    }

    public static bool IsRow(string line) => line.StartsWith("| ", StringComparison.Ordinal) || line.StartsWith("|-", StringComparison.Ordinal);

    private static string[] Cells(string line)
    {
        return [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim()).Select(Bare)];
    }

    private static string Bare(string cell)
    {
        bool quoted = cell.Length > 2 && cell.StartsWith('`') && cell.EndsWith('`') && !cell[1..^1].Contains('`', StringComparison.Ordinal);
        return quoted ? cell[1..^1] : cell;
    }
}
