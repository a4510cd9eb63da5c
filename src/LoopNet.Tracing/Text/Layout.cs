namespace LoopNet.Tracing;

/// <summary>Lays out derivations and matrices as lines of text.</summary>
internal static class Layout
{
    private const string Indent = "    ";
    private const int ShapeColumn = 73;

    /// <summary>The line that opens a record: id, formula, shape.</summary>
    /// <param name="equation">The id; null for what is given.</param>
    /// <param name="formula">The formula, or the name of what is given.</param>
    /// <param name="sizes">The sizes of its dimensions.</param>
    public static string Heading(string? equation, string formula, int[] sizes)
    {
        string left = $"{equation,-3} {formula}";
        string shape = sizes.Length == 0 ? "(scalar)" : $"({string.Join(" x ", sizes)})";
        return left.Length < ShapeColumn ? left.PadRight(ShapeColumn) + shape : $"{left}  {shape}";
    }

    /// <summary>A derivation: a sum with one step to a line, anything else on one line.</summary>
    public static IEnumerable<string> Lines(Derivation derivation)
    {
        if (!derivation.IsSum)
        {
            string remark = derivation.Remark is null ? "" : $"   <- {derivation.Remark}";
            yield return $"{Indent}{derivation.Name} = {string.Join(" = ", derivation.Steps)}{remark}";
            yield break;
        }

        string margin = new(' ', derivation.Name.Length);
        yield return $"{Indent}{derivation.Name} = {derivation.Steps[0]}";
        foreach (Derivation contribution in derivation.Contributions)
        {
            yield return $"{Indent}{margin}   {contribution.Name}: {string.Join(" = ", contribution.Steps)}";
        }

        foreach (string step in derivation.Steps.Skip(1))
        {
            yield return $"{Indent}{margin} = {step}";
        }
    }

    /// <summary>A vector on one line, a matrix with one line to a row, a tensor of rank 3 as its matrices one after another.</summary>
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

            yield return $"{Indent}[ {string.Join("  ", cells[row].Select((cell, column) => cell.PadLeft(widths[column])))} ]";
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
