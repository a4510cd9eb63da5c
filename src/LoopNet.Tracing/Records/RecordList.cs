namespace LoopNet.Tracing;

/// <summary>Collects the records of one step.</summary>
internal sealed class RecordList(int step)
{
    private readonly int _step = step;
    private string _phase = "";
    private int? _sample;

    /// <summary>The records so far.</summary>
    public List<TraceRecord> Records { get; } = [];

    /// <summary>Begins a phase.</summary>
    public void Enter(string phase, int? sample)
    {
        _phase = phase;
        _sample = sample;
    }

    /// <summary>Adds a scalar.</summary>
    public void AddScalar(int layer, string symbol, double value, Formula formula) => Add(layer, symbol, [], [value], formula);

    /// <summary>Adds a vector.</summary>
    public void Add(int layer, string symbol, double[] vector, Formula formula) => Add(layer, symbol, [vector.Length], [.. vector], formula);

    /// <summary>Adds a matrix.</summary>
    public void Add(int layer, string symbol, double[][] matrix, Formula formula)
    {
        Add(layer, symbol, [matrix.Length, matrix[0].Length], [.. matrix.SelectMany(row => row)], formula);
    }

    /// <summary>Adds a tensor of rank 3.</summary>
    public void Add(int layer, string symbol, double[][][] tensor, Formula formula)
    {
        int[] shape = [tensor.Length, tensor[0].Length, tensor[0][0].Length];
        Add(layer, symbol, shape, [.. tensor.SelectMany(matrix => matrix).SelectMany(row => row)], formula);
    }

    /// <summary>Adds a tensor that is too large to be listed.</summary>
    public void AddDescribed(int layer, string symbol, int[] shape, Formula formula)
    {
        Records.Add(Record(layer, symbol, shape, null, formula) with
        {
            Note = $"described, not listed: over {StepTensors.LargestListed} numbers, all of them 0 or an element of {formula.Operands[0]}",
        });
    }

    private void Add(int layer, string symbol, int[] shape, double[] values, Formula formula)
    {
        TraceRecord record = Record(layer, symbol, shape, values, formula);
        for (int place = 0; place < values.Length; place++)
        {
            if (!double.IsFinite(values[place]))
            {
                string where = _sample is null ? $"step {_step}" : $"step {_step}, sample {_sample}";
                throw new TraceException($"{Names.Element(symbol, Index(place, shape))} is {values[place]} in {where}; a trace holds finite numbers only.");
            }
        }

        Records.Add(record);
    }

    private static int[] Index(int place, int[] shape)
    {
        int[] index = new int[shape.Length];
        for (int dimension = shape.Length - 1; dimension >= 0; dimension--)
        {
            index[dimension] = place % shape[dimension];
            place /= shape[dimension];
        }

        return index;
    }

    private TraceRecord Record(int layer, string symbol, int[] shape, double[]? values, Formula formula) => new()
    {
        Step = _step,
        Sample = _sample,
        Phase = _phase,
        Layer = layer,
        Equation = formula.Equation,
        Symbol = symbol,
        Shape = shape,
        Formula = formula.Text,
        Operands = formula.Operands,
        Values = values,
        Note = formula.Note,
    };
}
