namespace LoopNet.Tracing;

/// <summary>Lays out derivations and matrices as lines of text.</summary>
internal static class Layout
{
    private const string Indent = "    ";
    private const string Gap = "  ";
    private const int ShapeColumn = 73;
    private const int Width = FittedLines.StandardWidth;

    /// <summary>The line that opens a record: id, formula, shape.</summary>
    /// <param name="equation">The id; null for what is given.</param>
    /// <param name="formula">The formula, or the name of what is given.</param>
    /// <param name="sizes">The sizes of its dimensions.</param>
    public static string Heading(string? equation, string formula, int[] sizes)
    {
        string left = $"{equation,-3} {formula}";
        string shape = sizes.Length == 0 ? "(scalar)" : $"({string.Join(" x ", sizes)})";
        return left.PadRight(Math.Min(ShapeColumn, Width - shape.Length) - Gap.Length) + Gap + shape;
    }

    /// <summary>A derivation: a sum with one step to a line, anything else on one line where it fits.</summary>
    public static IEnumerable<string> Lines(Derivation derivation)
    {
        string remark = derivation.IsSum || derivation.Remark is null ? "" : $"   <- {derivation.Remark}";
        string line = $"{Indent}{derivation.Name} = {string.Join(" = ", derivation.Steps)}{remark}";
        if (!derivation.IsSum && line.Length <= Width)
        {
            yield return line;
            yield break;
        }

        string margin = new(' ', derivation.Name.Length);
        yield return $"{Indent}{derivation.Name} = {derivation.Steps[0]}";
        foreach (Derivation contribution in derivation.Contributions)
        {
            string start = $"{Indent}{margin}   {contribution.Name}: ";
            foreach (string part in FittedLines.Of($"{start}{string.Join(" = ", contribution.Steps)}", Width, new string(' ', start.Length)))
            {
                yield return part;
            }
        }

        for (int step = 1; step < derivation.Steps.Count; step++)
        {
            yield return $"{Indent}{margin} = {derivation.Steps[step]}{(step == derivation.Steps.Count - 1 ? remark : "")}";
        }
    }

    /// <summary>
    /// A vector on one line, a matrix with one line to a row, a tensor of rank 3 as its matrices one after another. A row that is too long for a
    /// line goes on below itself.
    /// </summary>
    public static IEnumerable<string> Lines(ShownTensor tensor, Numbers numbers)
    {
        string[][] cells = [.. tensor.Rows().Select(row => row.Select(numbers.Write).ToArray())];
        int[] widths = [.. Enumerable.Range(0, cells[0].Length).Select(column => cells.Max(row => row[column].Length))];
        for (int row = 0; row < cells.Length; row++)
        {
            if (tensor.Shape.Length == 3 && row % tensor.Shape[1] == 0)
            {
                yield return Invariant($"{Indent}i = {row / tensor.Shape[1]}");
            }

            foreach (string line in Row(cells[row], widths))
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<string> Row(string[] cells, int[] widths)
    {
        const string open = $"{Indent}[ ";
        const string close = " ]";
        int room = Width - open.Length - close.Length + Gap.Length;
        bool fits = widths.Sum(width => width + Gap.Length) <= room;
        int widest = widths.Max();
        string[] padded = [.. cells.Select((cell, column) => cell.PadLeft(fits ? widths[column] : widest))];
        string[][] lines = [.. padded.Chunk(fits ? cells.Length : Math.Max(1, room / (widest + Gap.Length)))];
        for (int line = 0; line < lines.Length; line++)
        {
            string start = line == 0 ? open : new string(' ', open.Length);
            yield return $"{start}{string.Join(Gap, lines[line])}{(line == lines.Length - 1 ? close : "")}";
        }
    }

    /// <summary>Numbers that have labels of their own, one to a line.</summary>
    public static IEnumerable<string> Labelled(ShownTensor tensor, Numbers numbers)
    {
        return tensor.Indexes().Select(index => $"{Indent}{tensor.NameOf(index)} = {numbers.Write(tensor.At(index))}");
    }

    /// <summary>A tensor of many numbers in a few lines: range, mean, corners.</summary>
    public static IEnumerable<string> Summary(TraceRecord record, ShownTensor tensor, Numbers numbers)
    {
        if (!record.IsListed)
        {
            yield return $"{Indent}{record.Note}";
            yield break;
        }

        double[] values = [.. tensor.Rows().SelectMany(row => row)];
        yield return $"{Indent}{values.Length} numbers, not all shown; the .jsonl file has them";
        yield return $"{Indent}from {numbers.Write(values.Min())} to {numbers.Write(values.Max())}, mean {numbers.Write(values.Average())}";
        IEnumerable<int[]> corners = [[]];
        foreach (int size in record.Tensor.Shape)
        {
            corners = corners.SelectMany(corner => new int[][] { [.. corner, 0], [.. corner, size - 1] });
        }

        foreach (int[] corner in corners)
        {
            yield return $"{Indent}{tensor.NameOf(corner)} = {numbers.Write(tensor.At(corner))}";
        }
    }
}
