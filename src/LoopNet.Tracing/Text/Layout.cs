namespace LoopNet.Tracing;

/// <summary>Lays out derivations and matrices as lines of text.</summary>
internal static class Layout
{
    private const string Indent = "    ";
    private const int ShapeColumn = 73;

    /// <summary>The line that opens a record: id, formula, shape.</summary>
    public static string Heading(TraceRecord record)
    {
        string left = $"{record.Equation,-3} {record.Formula ?? record.Symbol}";
        string shape = record.Shape.Length == 0 ? "(scalar)" : $"({string.Join(" x ", record.Shape)})";
        return left.Length < ShapeColumn ? left.PadRight(ShapeColumn) + shape : $"{left}  {shape}";
    }

    /// <summary>A derivation: a sum with one step to a line, anything else on one line.</summary>
    public static IEnumerable<string> Lines(Derivation derivation, string indent = Indent)
    {
        if (!derivation.IsSum)
        {
            yield return $"{indent}{derivation.Name} = {string.Join(" = ", derivation.Steps)}";
            yield break;
        }

        string margin = new(' ', derivation.Name.Length);
        yield return $"{indent}{derivation.Name} = {derivation.Steps[0]}";
        foreach (Derivation contribution in derivation.Contributions)
        {
            yield return $"{indent}{margin}   {contribution.Name}: {string.Join(" = ", contribution.Steps)}";
        }

        foreach (string step in derivation.Steps.Skip(1))
        {
            yield return $"{indent}{margin} = {step}";
        }
    }

    /// <summary>A vector on one line, a matrix with one line to a row, a tensor of rank 3 as its matrices one after another.</summary>
    public static IEnumerable<string> Lines(TraceRecord record, Numbers numbers)
    {
        string[] cells = [.. record.Values!.Select(numbers.Write)];
        int columns = record.Shape.Length == 0 ? 1 : record.Shape[^1];
        int rows = record.Shape.Length < 2 ? 1 : record.Shape[^2];
        int[] widths = new int[columns];
        for (int place = 0; place < cells.Length; place++)
        {
            widths[place % columns] = Math.Max(widths[place % columns], cells[place].Length);
        }

        for (int row = 0; row * columns < cells.Length; row++)
        {
            if (record.Shape.Length == 3 && row % rows == 0)
            {
                yield return $"{Indent}i = {row / rows}";
            }

            IEnumerable<string> shown = Enumerable.Range(0, columns).Select(column => cells[(row * columns) + column].PadLeft(widths[column]));
            yield return $"{Indent}[ {string.Join("  ", shown)} ]";
        }
    }

    /// <summary>A tensor of many numbers in a few lines: range, mean, corners.</summary>
    public static IEnumerable<string> Summary(TraceRecord record, Numbers numbers)
    {
        if (record.Values is not double[] values)
        {
            yield return $"{Indent}{record.Note}";
            yield break;
        }

        yield return $"{Indent}{values.Length} numbers, not all shown; the .jsonl file has them";
        yield return $"{Indent}from {numbers.Write(values.Min())} to {numbers.Write(values.Max())}, mean {numbers.Write(values.Average())}";
        IEnumerable<int[]> corners = [[]];
        foreach (int size in record.Shape)
        {
            corners = corners.SelectMany(corner => new int[][] { [.. corner, 0], [.. corner, size - 1] });
        }

        foreach (int[] corner in corners)
        {
            yield return $"{Indent}{Names.Element(record.Symbol, corner)} = {numbers.Write(record.At(corner))}";
        }
    }
}
