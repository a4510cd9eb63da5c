using System.Diagnostics;

namespace LoopNet.Data;

/// <summary>A sheet of a workbook: cells by their places, and names of ranges.</summary>
/// <param name="name">What stands on its tab: 31 letters at most, none of <c>: \ / ? * [ ]</c>.</param>
/// <param name="widths">The widths of its first columns, in letters; the others have the last of them.</param>
[DebuggerDisplay("{Name}")]
public sealed class WorkbookSheet(string name, params double[] widths)
{
    private readonly SortedDictionary<int, SortedDictionary<int, Cell>> _rows = [];
    private readonly List<(string Name, CellAddress First, CellAddress Last)> _names = [];

    /// <summary>What stands on its tab.</summary>
    public string Name { get; } = name;

    /// <summary>The widths of its first columns, in letters; the others have the last of them.</summary>
    public IReadOnlyList<double> Widths { get; } = widths;

    /// <summary>The rows that have a cell, in order, each with its cells in order.</summary>
    public IEnumerable<(int Row, IEnumerable<(int Column, Cell Cell)> Cells)> Rows => _rows.Select(row => (row.Key, row.Value.Select(cell => (cell.Key, cell.Value))));

    /// <summary>Names that are known on this sheet, each with its range.</summary>
    public IReadOnlyList<(string Name, CellAddress First, CellAddress Last)> Names => _names;

    /// <summary>The first row below all cells.</summary>
    public int NextRow => _rows.Count == 0 ? 1 : _rows.Keys.Last() + 1;

    /// <summary>The last column that has a cell; 0 on an empty sheet.</summary>
    public int LastColumn => _rows.Values.Select(row => row.Keys.Last()).DefaultIfEmpty(0).Max();

    /// <summary>What stands in a cell; null where nothing does.</summary>
    public Cell? this[CellAddress address]
    {
        get => _rows.GetValueOrDefault(address.Row)?.GetValueOrDefault(address.Column);
        set
        {
            if (!_rows.TryGetValue(address.Row, out SortedDictionary<int, Cell>? row))
            {
                _rows.Add(address.Row, row = []);
            }

            row[address.Column] = value!;
        }
    }

    /// <summary>Gives a range a name that formulas on this sheet may use.</summary>
    /// <param name="name">Letters, digits, points and underscores; nothing that may be the address of a cell.</param>
    /// <param name="first">Its upper left cell.</param>
    /// <param name="last">Its lower right cell.</param>
    public void AddName(string name, CellAddress first, CellAddress last) => _names.Add((name, first, last));
}
