namespace LoopNet.Tracing;

/// <summary>The records of one step by name, and the scope that derivations look their numbers up in.</summary>
internal sealed class StepScope
{
    private readonly Dictionary<(int? Sample, string Symbol), TraceRecord> _records = [];

    /// <summary>Names the tensors of a step.</summary>
    public StepScope(TraceHeader header, int step, StepRecord record)
    {
        Record = record;
        Records = TraceRecords.Of(header, step, record);
        foreach (TraceRecord tensor in Records)
        {
            Scope.Add(tensor);
            _records[(tensor.Sample, tensor.Symbol)] = tensor;
        }
    }

    /// <summary>The step.</summary>
    public StepRecord Record { get; }

    /// <summary>Its tensors, in the order of computation.</summary>
    public List<TraceRecord> Records { get; }

    /// <summary>What derivations look up.</summary>
    public TensorScope Scope { get; } = new();

    /// <summary>The names of the step's tensors, each once.</summary>
    public IEnumerable<string> Symbols => _records.Keys.Select(key => key.Symbol).Distinct(StringComparer.Ordinal);

    /// <summary>A record, or null where there is none.</summary>
    public TraceRecord? Find(NumberName name) => _records.GetValueOrDefault((name.Sample, name.Symbol));
}
