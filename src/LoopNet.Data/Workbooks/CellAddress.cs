using System.Globalization;
using System.Runtime.InteropServices;

namespace LoopNet.Data;

/// <summary>The place of a cell in a sheet.</summary>
/// <param name="Row">The row, from 1.</param>
/// <param name="Column">The column, from 1; A is 1.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CellAddress(int Row, int Column)
{
    private const int Letters = 26;

    /// <summary>As formulas name it, for example <c>B5</c>.</summary>
    public override string ToString() => Invariant($"{ColumnName(Column)}{Row}");

    /// <summary>As the names of a workbook have it, for example <c>$B$5</c>.</summary>
    public string Fixed => Invariant($"${ColumnName(Column)}${Row}");

    /// <summary>Reads an address as <see cref="ToString"/> writes it; null where the text is none.</summary>
    public static CellAddress? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int letters = text.TakeWhile(char.IsAsciiLetterUpper).Count();
        bool isNumber = int.TryParse(text.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture, out int row);
        return letters is > 0 and <= 3 && isNumber && row > 0
            ? new CellAddress(row, text[..letters].Aggregate(0, (column, letter) => (column * Letters) + letter - 'A' + 1))
            : null;
    }

    // A to Z, then AA to AZ, and so on.
    private static string ColumnName(int column)
    {
        string name = "";
        for (int rest = column; rest > 0; rest = (rest - 1) / Letters)
        {
            name = (char)('A' + ((rest - 1) % Letters)) + name;
        }

        return name;
    }
}
