using LoopNet.Data;
using LoopNet.Spreadsheets;
using LoopNet.Tests.Data;
using LoopNet.Tracing;

namespace LoopNet.Tests.Spreadsheets;

/// <summary>A spreadsheet program computes the workbooks: what it makes of them are the numbers of the trace.</summary>
public sealed class RecalculationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // One start of the program takes seconds, whatever it opens.
    [LibreOfficeFact]
    public void Workbooks_ComputedByLibreOffice_HoldTheTraceAlsoOfAChangedWeight()
    {
        string[] names = [.. ShippedExamples.Names.Where(name => name != "full-size")];
        Dictionary<string, (Example Example, IReadOnlyList<WorkbookSheet> Sheets)> written = new(StringComparer.Ordinal);
        foreach (string name in names)
        {
            Example example = ShippedExamples.Read(name);
            written.Add(name, (example, WithoutValues(TraceWorkbook.Sheets(OwnNames.Of(example), Math.Min(2, example.LastStep)))));
            (Example changed, IReadOnlyList<WorkbookSheet> sheets) = Changed(example);
            written.Add($"{name}-changed", (changed, WithoutValues(sheets)));
        }

        foreach ((string name, (_, IReadOnlyList<WorkbookSheet> sheets)) in written)
        {
            WorkbookFile.Write(Path.Combine(_folder.Path, $"{name}.xlsx"), sheets);
        }

        string saved = LibreOffice.Recalculate(_folder.Path);

        int compared = 0;
        foreach ((string name, (Example example, IReadOnlyList<WorkbookSheet> sheets)) in written)
        {
            Dictionary<string, WorkbookSheet> computed = WorkbookReader.Read(Path.Combine(saved, $"{name}.xlsx")).ToDictionary(sheet => sheet.Name, StringComparer.Ordinal);
            compared += WorkbookComparison.AssertTrace(example, sheets, (sheet, address) => computed[sheet.Name][address]!.Number!.Value);
        }

        Assert.True(compared > 2000, Invariant($"{compared} numbers"));
    }

    private static (Example Example, IReadOnlyList<WorkbookSheet> Sheets) Changed(Example example)
    {
        IReadOnlyList<WorkbookSheet> sheets = TraceWorkbook.Sheets(OwnNames.Of(example), Math.Min(2, example.LastStep));
        Network network = example.Network.Copy();
        network.Layers[0].W[0][0] += 0.0625;
        sheets[0][sheets[0].Names.Single(name => name.Name == "W_1").First] = Cell.OfNumber(network.Layers[0].W[0][0]);
        return (example with { Network = network }, sheets);
    }

    // What is there then was computed by the program, which would trust the values of the file.
    private static IReadOnlyList<WorkbookSheet> WithoutValues(IReadOnlyList<WorkbookSheet> sheets)
    {
        foreach (WorkbookSheet sheet in sheets)
        {
            foreach ((int row, int column, Cell cell) in sheet.Rows.SelectMany(row => row.Cells.Select(cell => (row.Row, cell.Column, cell.Cell))).ToArray())
            {
                sheet[new CellAddress(row, column)] = cell.Formula is null ? cell : Cell.OfFormula(cell.Formula, value: null);
            }
        }

        return sheets;
    }
}
