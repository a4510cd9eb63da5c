using LoopNet.Tracing;

namespace LoopNet.Spreadsheets;

/// <summary>What stands beside the numbers of a tensor: its formula, and the names of its rows.</summary>
/// <param name="names">The names.</param>
internal sealed class TensorTitles(OwnNames names)
{
    private readonly OwnNames _both = new(names.Example, names.Notation, NamesShown.Both);
    private readonly OwnNames _plain = new(names.Example, names.Notation, NamesShown.LoopNet);
    private readonly FormulaWriter _writer = new(names);

    /// <summary>Its formula in the names of the example; of what is given, its name.</summary>
    /// <remarks>The cells hold LoopNet's number: a label that stands for another, as -dL/dz, is told beside LoopNet's formula.</remarks>
    public string Of(TraceRecord record)
    {
        NumberName whole = NumberName.Of(record.Step, record.Sample, record.Symbol);
        string formula = record.Formula ?? record.Symbol;
        string note = record.Note is string text ? $"   ({text})" : "";
        if (names.ArePlain)
        {
            return formula + note;
        }

        bool isSame = names.FactorOf(whole) == 1.0;
        string label = Bare(record, isSame ? names.Of(whole) : _both.Explained(whole));
        string own = record.Formula is null || !isSame ? formula : _writer.Formula(formula, whole);
        return label == record.Symbol || own.StartsWith(label, StringComparison.Ordinal) ? own + note : $"{own}   {label}{note}";
    }

    /// <summary>The labels of its single numbers, where these have some: lines such as <c>w1 is W1[0,0]</c>.</summary>
    public IEnumerable<string> Labels(TraceRecord record)
    {
        NumberName[] labelled = names.LabelledNumbers(NumberName.Of(record.Step, record.Sample, record.Symbol));
        string[] own = [.. labelled.Where(name => names.Of(name) != _plain.Of(name)).Select(name => Bare(record, $"{names.Of(name)} is {_plain.Of(name)}"))];
        return own.Length == 0 ? [] : [string.Join("   ", own)];
    }

    // The sheet and its headings say step and sample.
    private static string Bare(TraceRecord record, string text) => text.Replace(Invariant($"{record.Step}/{record.Sample}/"), "", StringComparison.Ordinal);

    /// <summary>The name of a row: <c>z1</c>, <c>W1[0,:]</c> or <c>dz1/dW1[0,1,:]</c>.</summary>
    /// <param name="symbol">The tensor.</param>
    /// <param name="shape">Its sizes as it is shown.</param>
    /// <param name="row">The row, from 0.</param>
    public static string Row(string symbol, int[] shape, int row) => shape.Length switch
    {
        0 or 1 => symbol,
        2 => Invariant($"{symbol}[{row},:]"),
        _ => Invariant($"{symbol}[{row / shape[1]},{row % shape[1]},:]"),
    };
}
