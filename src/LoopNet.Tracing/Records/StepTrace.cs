namespace LoopNet.Tracing;

/// <summary>A step with its tensors by name.</summary>
public sealed class StepTrace
{
    private readonly Dictionary<(int? Sample, string Symbol), TraceRecord> _byName = [];

    /// <summary>Names the tensors of a step.</summary>
    /// <param name="header">The network and its rule.</param>
    /// <param name="number">The number of the step, from 1.</param>
    /// <param name="numbers">The step, in a record that keeps every sample.</param>
    /// <exception cref="TraceException">A number is infinite or not a number, which a trace cannot hold.</exception>
    public StepTrace(TraceHeader header, int number, StepRecord numbers)
        : this(header, number, numbers, stops: false)
    {
    }

    private StepTrace(TraceHeader header, int number, StepRecord numbers, bool stops)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(numbers);
        Header = header;
        Number = number;
        Numbers = numbers;
        List<TraceRecord> records = [];
        Records = records;
        foreach (Tensor tensor in new StepTensors(header.Network, header.Rule, numbers.Count).InOrder)
        {
            TraceRecord record = new(number, tensor, Formula.Of(header, tensor, numbers), numbers);
            records.Add(record);
            _byName.Add((record.Sample, record.Symbol), record);
            Stop = NonFinite(record);
            if (Stop is not null)
            {
                break;
            }
        }

        if (Stop is not null && !stops)
        {
            throw new TraceException($"{Stop}; a trace holds finite numbers only.");
        }
    }

    /// <summary>Names the tensors of a step that stopped, up to the first with a number that is not finite.</summary>
    /// <param name="header">The network and its rule.</param>
    /// <param name="number">The number of the step, from 1.</param>
    /// <param name="numbers">The step as far as it came, in a record that keeps every sample.</param>
    public static StepTrace Stopped(TraceHeader header, int number, StepRecord numbers) => new(header, number, numbers, stops: true);

    /// <summary>The network and its rule.</summary>
    public TraceHeader Header { get; }

    /// <summary>The number of the step, from 1.</summary>
    public int Number { get; }

    /// <summary>The numbers of the step.</summary>
    public StepRecord Numbers { get; }

    /// <summary>The first number that is not finite, with its place; null in a step that came to its end.</summary>
    public string? Stop { get; }

    /// <summary>Its tensors, in the order of computation.</summary>
    public IReadOnlyList<TraceRecord> Records { get; }

    /// <summary>A tensor; null where the step has none of that name.</summary>
    /// <param name="symbol">The name, for example <c>dL/dW1</c>.</param>
    /// <param name="sample">The sample; null for what belongs to the whole step.</param>
    public TraceRecord? Find(string symbol, int? sample) => _byName.GetValueOrDefault((sample, symbol));

    private string? NonFinite(TraceRecord record)
    {
        for (int row = 0; row < record.Rows.Count; row++)
        {
            int column = Array.FindIndex(record.Rows[row], number => !double.IsFinite(number));
            if (column >= 0)
            {
                string element = Names.Element(record.Symbol, record.Tensor.Index(row, column));
                string where = record.Sample is null ? Invariant($"step {Number}") : Invariant($"step {Number}, sample {record.Sample}");
                return Invariant($"{element} is {record.Rows[row][column]} in {where}");
            }
        }

        return null;
    }
}
