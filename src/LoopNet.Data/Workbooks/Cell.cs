using System.Diagnostics;

namespace LoopNet.Data;

/// <summary>What stands in a cell: a text, a number, a formula with its value, or nothing but a box.</summary>
[DebuggerDisplay("{Text}{Formula} {Number}")]
public sealed record Cell
{
    private Cell()
    {
    }

    /// <summary>The text; it is never read as a formula. Null where there is none.</summary>
    public string? Text { get; private init; }

    /// <summary>The number, or the value of the formula; null where there is none.</summary>
    public double? Number { get; private init; }

    /// <summary>The formula, without the sign = before it; null where there is none.</summary>
    public string? Formula { get; private init; }

    /// <summary>How it looks.</summary>
    public CellLook Look { get; private init; }

    /// <summary>A text.</summary>
    public static Cell OfText(string text, CellLook look = CellLook.Plain) => new() { Text = text, Look = look };

    /// <summary>A number, finite.</summary>
    public static Cell OfNumber(double number, CellLook look = CellLook.Given) => new() { Number = number, Look = look };

    /// <summary>A formula, for example <c>C5*C9</c>, and the value that it has.</summary>
    /// <param name="formula">The formula, without the sign = before it.</param>
    /// <param name="value">Its value, for programs that do not compute; null where it is not known.</param>
    /// <param name="look">How the cell looks.</param>
    public static Cell OfFormula(string formula, double? value, CellLook look = CellLook.Computed) => new() { Formula = formula, Number = value, Look = look };

    /// <summary>An empty box.</summary>
    public static Cell Blank { get; } = new() { Look = CellLook.Blank };
}
