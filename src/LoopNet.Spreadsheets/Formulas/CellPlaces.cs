using LoopNet.Data;
using LoopNet.Tracing;

namespace LoopNet.Spreadsheets;

/// <summary>Where the numbers of a trace stand in its workbook.</summary>
/// <param name="names">The names of the workbook, which say how weight matrices are written.</param>
internal sealed class CellPlaces(OwnNames names)
{
    private readonly Dictionary<(int Step, int? Sample, string Symbol), (WorkbookSheet Sheet, CellAddress First, Tensor? Tensor)> _places = [];

    /// <summary>Keeps where a tensor begins.</summary>
    /// <param name="step">Its step.</param>
    /// <param name="sample">Its sample; null for what belongs to the step.</param>
    /// <param name="symbol">Its name.</param>
    /// <param name="tensor">The tensor; null for a row of helpers, which has no other layout.</param>
    /// <param name="sheet">The sheet.</param>
    /// <param name="first">Its first cell.</param>
    public void Add(int step, int? sample, string symbol, Tensor? tensor, WorkbookSheet sheet, CellAddress first) => _places.Add((step, sample, symbol), (sheet, first, tensor));

    /// <summary>The cell of a number, as a formula on a certain sheet names it.</summary>
    /// <param name="from">The sheet of the formula.</param>
    /// <param name="step">The step of the number.</param>
    /// <param name="sample">Its sample.</param>
    /// <param name="symbol">The name of its tensor.</param>
    /// <param name="index">Its index.</param>
    public string Of(WorkbookSheet from, int step, int? sample, string symbol, params int[] index)
    {
        (WorkbookSheet sheet, CellAddress first, Tensor? tensor) = _places[(step, sample, symbol)];
        CellAddress address = tensor is null ? first with { Column = first.Column + index[0] } : Cell(first, tensor, index);
        return sheet == from ? address.ToString() : $"'{sheet.Name}'!{address}";
    }

    /// <summary>Whether the rows of a tensor of a step stand in rows, and not in columns.</summary>
    public bool IsRow(int step, string symbol)
    {
        Tensor? tensor = _places[(step, null, symbol)].Tensor;
        return tensor is null || Cell(new CellAddress(1, 1), tensor, [0, 1]).Row == 1;
    }

    /// <summary>The cell of a number of a tensor that begins at a certain cell.</summary>
    public CellAddress Cell(CellAddress first, Tensor tensor, int[] index)
    {
        int[] own = names.OwnOrder(tensor, index);
        int[] shape = names.OwnOrder(tensor, tensor.Shape);
        int row = own.Length switch
        {
            0 or 1 => 0,
            2 => own[0],
            _ => (own[0] * shape[1]) + own[1],
        };
        return new CellAddress(first.Row + row, first.Column + Tensor.Column(own));
    }
}
