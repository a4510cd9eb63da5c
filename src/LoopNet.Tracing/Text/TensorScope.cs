namespace LoopNet.Tracing;

/// <summary>The records of the current step so far, by name: what a formula can look its numbers up in.</summary>
public sealed class TensorScope
{
    private readonly Dictionary<(int? Sample, string Symbol), TraceRecord> _records = [];
    private int _step;

    /// <summary>How many samples the step has had so far.</summary>
    public int SampleCount { get; private set; }

    /// <summary>Adds a record; the first of another step empties the scope.</summary>
    public void Add(TraceRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record.Step != _step)
        {
            _records.Clear();
            _step = record.Step;
            SampleCount = 0;
        }

        _records[(record.Sample, record.Symbol)] = record;
        SampleCount = Math.Max(SampleCount, (record.Sample ?? -1) + 1);
    }

    /// <summary>A tensor of a sample, or, where no sample has it, of the step.</summary>
    /// <param name="symbol">The name, for example <c>W1</c>.</param>
    /// <param name="sample">The sample that asks.</param>
    /// <exception cref="KeyNotFoundException">The step has had no such record.</exception>
    public TraceRecord Find(string symbol, int? sample)
    {
        return _records.TryGetValue((sample, symbol), out TraceRecord? own) ? own : _records[(null, symbol)];
    }
}
