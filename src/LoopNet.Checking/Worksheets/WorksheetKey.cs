using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>What fills a worksheet in: the numbers of its blanks, as they are written.</summary>
/// <param name="worksheet">The form.</param>
/// <param name="numbers">To how many digits they are written.</param>
/// <param name="values">LoopNet's number of a name, where it is not that of the example: a calculation that rounds on its way, for example.</param>
public sealed class WorksheetKey(Worksheet worksheet, Numbers numbers, Func<NumberName, double>? values = null)
{
    /// <summary>The numbers of a blank, row by row.</summary>
    /// <param name="item">The blank.</param>
    public IReadOnlyList<string> Of(WorksheetItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        IEnumerable<double> own = values is null ? item.Values(worksheet.Tensors) : item.Values(values);
        return [.. own.Select(number => numbers.Write(number + 0.0))];
    }
}
