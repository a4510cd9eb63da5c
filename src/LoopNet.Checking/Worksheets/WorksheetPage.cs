using System.Globalization;
using System.Text;
using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>Writes a worksheet as a page to print: Markdown, with a table of empty boxes for every tensor.</summary>
public static class WorksheetPage
{
    // Wide enough for a handwritten number of eight digits.
    private const string Box = "&emsp;&emsp;&emsp;&emsp;&emsp;";
    private const int MostListed = 64;

    /// <summary>The text of the page, with line feeds; a row of a table is one line of Markdown, however long it is.</summary>
    public static string Write(Worksheet worksheet)
    {
        ArgumentNullException.ThrowIfNull(worksheet);
        StringBuilder text = new();
        text.Append($"# Worksheet: {worksheet.Header.Example}\n\n");
        foreach (string sentence in WorksheetWords.Conventions(worksheet))
        {
            AppendLines(text, $"- {sentence}");
        }

        text.Append("\n## Given\n");
        foreach (WorksheetItem given in worksheet.Givens)
        {
            double[] values = given.Count > MostListed ? [] : given.Values(worksheet.Tensors);
            int columns = given.Shape.Count == 0 ? 1 : given.Shape[^1];
            Write(text, given, (row, column) => values[(row * columns) + column].ToString("R", CultureInfo.InvariantCulture));
        }

        text.Append(WorksheetWords.Repetition(worksheet) is string again ? $"\n{again}\n" : "");
        string? place = null;
        foreach (WorksheetItem blank in worksheet.Blanks)
        {
            string here = blank.Place;
            text.Append(here == place ? "" : $"\n## {here}\n");
            place = here;
            text.Append('\n');
            AppendLines(text, $"**{blank.Record.Equation}** &ensp; `{blank.Formula}` &ensp; ({WorksheetWords.Shape(blank.Shape)})");
            Write(text, blank, (row, column) => IsZeroByPlace(worksheet.Header, blank, row, column) ? "0" : Box);
        }

        return text.ToString();
    }

    private static void AppendLines(StringBuilder text, string paragraph)
    {
        foreach (string line in FittedLines.Of(paragraph, FittedLines.StandardWidth, "  "))
        {
            text.Append($"{line}\n");
        }
    }

    private static void Write(StringBuilder text, WorksheetItem item, Func<int, int, string> cell)
    {
        bool isGiven = item.Record.Equation is null;
        if (isGiven && item.Count > MostListed)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n`{item.Called}`: {item.Count:N0} numbers, as in the example's file.\n");
            return;
        }

        text.Append('\n');
        switch (item.Shape.Count)
        {
            case 0:
                WriteTable(text, $"`{item.Called}`", [], [[cell(0, 0)]]);
                break;
            case 1:
                WriteTable(text, $"`{item.Called}`", [.. Indexes(item.Shape[0])], [[.. Enumerable.Range(0, item.Shape[0]).Select(column => cell(0, column))]]);
                break;
            default:
                WriteMatrices(text, item, cell);
                break;
        }
    }

    // One table to a matrix: a tensor of rank 3 is as many matrices as its first dimension says.
    private static void WriteMatrices(StringBuilder text, WorksheetItem item, Func<int, int, string> cell)
    {
        int columns = item.Shape[^1];
        int rows = item.Shape[^2];
        int matrices = item.Count / (rows * columns);
        for (int matrix = 0; matrix < matrices; matrix++)
        {
            int first = matrix * rows;
            string name = matrices == 1 ? $"`{item.Called}`" : Invariant($"`{item.Called}`, i = {matrix}");
            string[][] cells = [.. Enumerable.Range(0, rows).Select(row =>
                (string[])[Invariant($"row {row}"), .. Enumerable.Range(0, columns).Select(column => cell(first + row, column))])];
            text.Append(matrix == 0 ? "" : "\n");
            WriteTable(text, name, [.. Enumerable.Range(0, columns).Select(column => Invariant($"column {column}"))], cells);
        }
    }

    // The name heads the rows; where there is one row only, it stands before its numbers.
    private static void WriteTable(StringBuilder text, string name, string[] columns, string[][] rows)
    {
        bool isRow = columns.Length == 0 || rows[0].Length == columns.Length;
        string[] heads = columns.Length == 0 ? [" "] : columns;
        text.Append($"| {(isRow ? " " : name)} | {string.Join(" | ", heads)} |\n");
        text.Append($"|---|{string.Concat(heads.Select(_ => ":---:|"))}\n");
        foreach (string[] row in rows)
        {
            string[] cells = isRow ? [name, .. row] : row;
            text.Append($"| {string.Join(" | ", cells)} |\n");
        }
    }

    private static IEnumerable<string> Indexes(int count) => Enumerable.Range(0, count).Select(index => Invariant($"[{index}]"));

    // Off the diagonal of an element-wise Jacobian there is nothing to compute.
    private static bool IsZeroByPlace(TraceHeader header, WorksheetItem item, int row, int column)
    {
        Tensor tensor = item.Record.Tensor;
        return item.Shape.SequenceEqual(tensor.Shape) && tensor.Kind == TensorKind.da_dz && header.Activation(tensor.Layer) is ElementwiseActivation && row != column;
    }
}
