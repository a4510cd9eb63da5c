namespace LoopNet.Tracing;

/// <summary>The tensors of an example, by name, at any step: steps are computed when they are first asked for.</summary>
public sealed class ExampleTensors
{
    private readonly Dictionary<int, StepScope> _steps = [];
    private StepRecord[] _records = [];

    /// <summary>Takes an example.</summary>
    /// <param name="example">The example; it stays as it is.</param>
    public ExampleTensors(Example example)
    {
        ArgumentNullException.ThrowIfNull(example);
        Example = example;
        Header = TraceHeader.Of(example.Name, example.Network, example.Rule, example.BatchSize);
    }

    /// <summary>The example.</summary>
    public Example Example { get; }

    /// <summary>Its network and its rule.</summary>
    public TraceHeader Header { get; }

    /// <summary>The record that a name means, its index aside.</summary>
    /// <param name="name">The name of a tensor, or of an element.</param>
    /// <exception cref="TraceException">There is no such tensor, or the index does not fit its shape.</exception>
    /// <exception cref="NonFiniteException">A number on the way to its step is infinite or not a number.</exception>
    public TraceRecord Find(NumberName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        StepScope step = Step(name.Step);
        TraceRecord record = step.Find(name) ?? throw Unknown(name, step);
        CheckIndex(name, record);
        return record;
    }

    /// <summary>The records of a step, in the order of computation.</summary>
    /// <param name="step">The step, from 1.</param>
    /// <exception cref="NonFiniteException">A number on the way to it is infinite or not a number.</exception>
    public IReadOnlyList<TraceRecord> Records(int step) => Step(step).Records;

    /// <summary>One number.</summary>
    /// <param name="name">A tensor with an index for each dimension.</param>
    /// <exception cref="TraceException">There is no such number.</exception>
    public double Value(NumberName name)
    {
        TraceRecord record = Find(name);
        if (record.Values is not null)
        {
            return record.At([.. name.Index]);
        }

        // Only dz/dW is ever described and not listed.
        bool isDiagonal = name.Index[0] == name.Index[1];
        return isDiagonal ? Value(NumberName.Of(name.Step, name.Sample, record.Operands[0], name.Index[2])) : 0.0;
    }

    /// <summary>The records of a step, with what derivations look up.</summary>
    internal StepScope Step(int step)
    {
        if (!_steps.TryGetValue(step, out StepScope? scope))
        {
            if (step > _records.Length)
            {
                _records = ExampleRun.Records(Example, step);
            }

            scope = new StepScope(Header, step, _records[step - 1]);
            _steps.Add(step, scope);
        }

        return scope;
    }

    private TraceException Unknown(NumberName name, StepScope step)
    {
        string place = name.Sample is int sample ? $"step {name.Step}, sample {sample}" : $"step {name.Step}";
        if (name.Sample >= step.Record.Samples.Length)
        {
            int count = step.Record.Samples.Length;
            return new TraceException($"{name.Element}: step {name.Step} of {Example.Name} has {(count == 1 ? "1 sample, numbered 0" : $"{count} samples, 0 to {count - 1}")}; there is no sample {name.Sample}.");
        }

        string hint = NearNames.Of(name.Symbol, step.Symbols) is string near ? $"did you mean {near}?" : $"there are {string.Join(", ", step.Symbols)}.";
        return new TraceException($"{name.Symbol} is no tensor of {place} of {Example.Name}; {hint}");
    }

    private static void CheckIndex(NumberName name, TraceRecord record)
    {
        if (name.Index.Count == 0)
        {
            return;
        }

        string shape = record.Shape.Length == 0 ? "is a single number" : $"has the shape {string.Join(" x ", record.Shape)}";
        if (name.Index.Count != record.Shape.Length)
        {
            string write = Names.Element(name.Symbol, new int[record.Shape.Length]);
            throw new TraceException($"{name.Element} has {name.Index.Count} {(name.Index.Count == 1 ? "index" : "indexes")}, but {name.Symbol} {shape}: write {write}.");
        }

        for (int dimension = 0; dimension < record.Shape.Length; dimension++)
        {
            if (name.Index[dimension] >= record.Shape[dimension])
            {
                string last = Names.Element(name.Symbol, [.. record.Shape.Select(size => size - 1)]);
                throw new TraceException($"{name.Element} lies outside {name.Symbol}, which {shape}: indexes start at 0, and its last element is {last}.");
            }
        }
    }
}
