using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>The numbers of an example that count when it is graded: those of its worksheet, but for the zeros beside the diagonal of a Jacobian.</summary>
public static class AskedNumbers
{
    /// <summary>The numbers of the first steps, in the order of computation.</summary>
    /// <param name="example">The example.</param>
    /// <param name="steps">How many steps, at least 1.</param>
    public static IReadOnlyList<NumberName> Of(Example example, int steps)
    {
        ArgumentNullException.ThrowIfNull(example);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        Calculation calculation = new(example);
        return
        [
            .. Enumerable.Range(1, steps).SelectMany(step => calculation.Tensors(step).InOrder.SelectMany(tensor =>
                tensor.Indexes().Where(index => Counts(example, tensor, index)).Select(index => NumberName.Of(step, tensor.Sample, tensor.Symbol, index)))),
        ];
    }

    /// <summary>The numbers that count among those for which most sheets have a place, filled in or blank: at least half of them.</summary>
    /// <param name="reports">What a check found of each sheet.</param>
    public static IReadOnlyList<NumberName> OfMost(IReadOnlyList<CheckReport> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        return [.. reports.SelectMany(Places).CountBy(name => name).Where(name => 2 * name.Value >= reports.Count).Select(name => name.Key)];
    }

    private static HashSet<NumberName> Places(CheckReport report)
    {
        Calculation calculation = new(report.Example);
        bool Counted(NumberName name)
        {
            Tensor tensor = calculation.Tensors(name.Step).Find(name.Symbol, name.Sample)!;
            return Counts(report.Example, tensor, name.Index);
        }

        return [.. report.Numbers.Select(number => number.Asked.Name).Concat(report.Blanks).Where(Counted)];
    }

    private static bool Counts(Example example, Tensor tensor, IReadOnlyList<int> index)
    {
        return Worksheet.Asks(tensor) && !NumberOrigins.IsZeroByPlace(example.Network, tensor, index);
    }
}
