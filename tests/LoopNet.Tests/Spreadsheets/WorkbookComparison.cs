using LoopNet.Data;
using LoopNet.Spreadsheets;
using LoopNet.Tracing;

namespace LoopNet.Tests.Spreadsheets;

/// <summary>Holds the numbers of a workbook, found by their names, against the trace of an example.</summary>
internal static class WorkbookComparison
{
    // Exponentials, logarithms and tanh are those of the platform, which may differ in the last bits; sums carry that on.
    private const double RelativeTolerance = 1e-12;

    // Where terms of about 1 cancel, what is left of the last bits of each is noise: softmax after the loss sum has a gradient that is 0.
    private const double NoiseOfOne = 1e-15;

    /// <summary>Compares every number of every step; returns how many there were.</summary>
    /// <param name="example">The example.</param>
    /// <param name="sheets">The sheets, with the names of their ranges.</param>
    /// <param name="value">The number in a cell of a sheet.</param>
    public static int AssertTrace(Example example, IReadOnlyList<WorkbookSheet> sheets, Func<WorkbookSheet, CellAddress, double> value)
    {
        ExampleTensors tensors = new(example);
        int compared = 0;
        for (int number = 1; number <= sheets.Count; number++)
        {
            WorkbookSheet sheet = sheets[number - 1];
            StepTrace step = tensors.Step(number);
            Dictionary<string, (CellAddress First, CellAddress Last)> ranges = sheet.Names.ToDictionary(name => name.Name, name => (name.First, name.Last), StringComparer.Ordinal);
            foreach (TraceRecord record in step.Records.Where(record => record.IsListed))
            {
                (CellAddress first, CellAddress last) = ranges[RangeName.Of(record.Symbol, step.Numbers.Count > 1 ? record.Sample : null)];
                Assert.Equal(record.Tensor.RowCount, last.Row - first.Row + 1);
                Assert.Equal(record.Tensor.RowLength, last.Column - first.Column + 1);
                for (int row = 0; row < record.Rows.Count; row++)
                {
                    for (int column = 0; column < record.Rows[row].Length; column++)
                    {
                        double right = record.Rows[row][column];
                        double found = value(sheet, new CellAddress(first.Row + row, first.Column + column));
                        double tolerance = Math.Max(RelativeTolerance * Math.Abs(right), NoiseOfOne);
                        Assert.True(Math.Abs(found - right) <= tolerance, Invariant($"{example.Name}, step {number}: {record.Sample}/{record.Symbol}[{row},{column}] is {right:R}, and the workbook has {found:R}"));
                        compared++;
                    }
                }
            }
        }

        return compared;
    }
}
