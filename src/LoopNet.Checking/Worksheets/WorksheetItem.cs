using System.Diagnostics;
using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>What stands under one name of a worksheet, given or to be computed: a tensor, one of its elements, or the tensors of all samples as one matrix.</summary>
[DebuggerDisplay("{Called}")]
public sealed class WorksheetItem
{
    private readonly NumberView _view;

    private WorksheetItem(OwnNames names, NumberView view, TraceRecord record)
    {
        _view = view;
        Record = record;
        Called = view.Called([]);
        Formula = record.Formula is string formula ? OfAllSamples(new FormulaWriter(names).Formula(formula, NumberName.Of(record.Step, record.Sample, record.Symbol))) : null;
    }

    /// <summary>What it is called in an answers file.</summary>
    public string Called { get; }

    /// <summary>Its equation and its shape; of all samples, those of the first.</summary>
    public TraceRecord Record { get; }

    /// <summary>Its formula, for example <c>z1 = W1 x + b1</c>; null for what is given.</summary>
    public string? Formula { get; }

    /// <summary>The step, from 1.</summary>
    public int Step => Record.Step;

    /// <summary>Its shape; none for a single number.</summary>
    public IReadOnlyList<int> Shape => _view.Shape;

    /// <summary>How many numbers it has.</summary>
    public int Count => Shape.Aggregate(1, (count, size) => count * size);

    /// <summary>Where it stands: step, sample and phase.</summary>
    public string Place
    {
        get
        {
            string sample = _view.IsOfAllSamples ? ", all samples" : Record.Sample is int number ? Invariant($", sample {number}") : "";
            return Invariant($"Step {Record.Step}{sample}: {Record.Tensor.Phase}");
        }
    }

    /// <summary>The numbers themselves, as they are called, row by row.</summary>
    /// <param name="tensors">The tensors of the example.</param>
    internal double[] Values(ExampleTensors tensors) => Values(name => tensors.Find(name).At(name.Index));

    /// <summary>The same of numbers that come from elsewhere.</summary>
    /// <param name="values">LoopNet's number of a name.</param>
    internal double[] Values(Func<NumberName, double> values) => [.. _view.Indexes().Select(_view.At).Select(name => _view.Factor * values(name))];

    /// <summary>The names of its numbers, row by row, as answers call them.</summary>
    public IReadOnlyList<string> Names => [.. _view.Indexes().Select(index => _view.Called(index))];

    /// <summary>The element of an example that has this name.</summary>
    /// <param name="names">The names.</param>
    /// <param name="name">The element.</param>
    /// <param name="record">Its tensor.</param>
    internal static WorksheetItem OfElement(OwnNames names, NumberName name, TraceRecord record) => new(names, names.Find(names.Of(name)), record);

    /// <summary>A tensor: under its own name, number by number where these have labels, and with those of the other samples where a label has them all; then it stands with the first.</summary>
    /// <param name="names">The names.</param>
    /// <param name="record">The tensor.</param>
    internal static IEnumerable<WorksheetItem> Of(OwnNames names, TraceRecord record)
    {
        NumberName whole = NumberName.Of(record.Step, record.Sample, record.Symbol);
        NumberName[] labelled = names.LabelledNumbers(whole);
        if (labelled.Length > 0)
        {
            return labelled.Select(name => OfElement(names, name, record));
        }

        NumberView view = names.ViewOf(whole);
        return view.IsOfAllSamples && record.Sample > 0 ? [] : [new WorksheetItem(names, view, record)];
    }

    // What is said of the first sample holds for all of them.
    private string OfAllSamples(string formula)
    {
        return _view.IsOfAllSamples ? formula.Replace("[:,0]", "", StringComparison.Ordinal).Replace("[0,:]", "", StringComparison.Ordinal) : formula;
    }
}
