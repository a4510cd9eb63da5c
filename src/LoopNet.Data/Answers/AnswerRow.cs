namespace LoopNet.Data;

/// <summary>One row of a table of answers.</summary>
/// <param name="fields">Its fields, from the first column on.</param>
/// <param name="place">Where a field stands, for messages, from its column.</param>
/// <param name="numbers">The columns whose fields are numbers and no texts: how somebody writes decimals does not show in them.</param>
internal sealed class AnswerRow(IReadOnlyList<string> fields, Func<int, string> place, IReadOnlyCollection<int> numbers)
{
    /// <summary>A field; empty where the row has none.</summary>
    public string this[int column] => column >= 0 && column < fields.Count ? fields[column].Trim() : "";

    /// <summary>How many columns it has, to the last that holds something.</summary>
    public int Count => fields.Count - fields.Reverse().TakeWhile(string.IsNullOrWhiteSpace).Count();

    /// <summary>The column of a field; -1 where there is none.</summary>
    /// <param name="text">The field, in capitals or not.</param>
    public int Column(string text) => fields.ToList().FindIndex(field => field.Trim().Equals(text, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a field is a text, in which decimals are written in one way or the other.</summary>
    public bool IsText(int column) => !numbers.Contains(column);

    /// <summary>Where a field stands, for messages.</summary>
    public string PlaceOf(int column) => place(column);
}
