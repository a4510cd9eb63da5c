using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>Walks through a trace in the order of DESIGN section 6 and derives every record from those before it.</summary>
internal sealed class TraceWalk
{
    private readonly TraceHeader _header;
    private readonly RecordSource _source;
    private readonly Findings _findings;
    private readonly ExpectedRecords _expected;
    private readonly PassOrder _passes;
    private readonly bool[] _hasBiases;
    private readonly Dictionary<string, FileRecord> _parameters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double[]> _updated = new(StringComparer.Ordinal);
    private bool _isFirstStep = true;
    private int _step;

    /// <summary>Begins behind the header.</summary>
    public TraceWalk(TraceHeader header, RecordSource source, Findings findings)
    {
        _header = header;
        _source = source;
        _findings = findings;
        _expected = new ExpectedRecords(header);
        _passes = new PassOrder(header.Batch);
        _hasBiases = new bool[header.Activations.Length + 1];
    }

    /// <summary>How many steps have been walked through.</summary>
    public int Steps { get; private set; }

    private int Last => _header.Activations.Length;

    /// <summary>Walks to the end of the trace, or of the first step with a number that does not follow.</summary>
    /// <exception cref="TraceFaultException">A record is not what it has to be.</exception>
    public void Run()
    {
        do
        {
            _step = _isFirstStep ? Math.Max(1, _source.Peek()?.Tensor.Step ?? 1) : _step + 1;
            Step();
            if (_findings.Any)
            {
                return;
            }

            _isFirstStep = false;
            Steps++;
        }
        while (_source.Peek() is not null);
        _source.CheckEnd();
    }

    private void Step()
    {
        _findings.BeginStep();
        Parameters();
        SampleWalk sample = new(_header, _expected, _findings, _parameters, _hasBiases, Take);
        BatchSums sums = new(_header, _hasBiases);
        int count = 0;
        do
        {
            sample.Run(_step, count);
            sums.Add(sample);
            _passes.Add(sample, _step);
            count++;
        }
        while (RecordForm.IsNearly(_source.Peek()?.Tensor, _expected.Input(_step, count)));
        _passes.EndStep(_step, count, _source.Last!.Line);
        Dictionary<string, FileRecord> gradients = count > 1 ? Batch(sums, count) : sample.Tensors;
        Update(gradients, count);
    }

    private void Parameters()
    {
        _parameters.Clear();
        for (int l = 1; l <= Last; l++)
        {
            Parameter(_expected.Weights(_step, l));
            TraceRecord biases = _expected.Biases(_step, l);
            _hasBiases[l] = _isFirstStep ? RecordForm.IsNearly(_source.Peek()?.Tensor, biases) : _hasBiases[l];
            if (_hasBiases[l])
            {
                Parameter(biases);
            }
        }
    }

    // The parameters of the first step are given; those of every other are the ones that the step before ended with.
    private void Parameter(TraceRecord expected)
    {
        FileRecord record = Take(expected);
        _parameters[expected.Symbol] = record;
        if (_isFirstStep)
        {
            _findings.Givens.Add(record);
        }
        else
        {
            _findings.Check(record, _updated[expected.Symbol], []);
        }
    }

    private Dictionary<string, FileRecord> Batch(BatchSums sums, int count)
    {
        Dictionary<string, FileRecord> means = new(StringComparer.Ordinal);
        foreach ((int l, string parameter) in Parameters(moving: true))
        {
            FileRecord record = Take(_expected.Batch(_step, l, parameter, count));
            double[] sum = sums[parameter];
            _findings.Check(record, _header.Reduction == "mean" ? Arithmetic.Mean(sum, count) : sum, []);
            means[record.Tensor.Symbol] = record;
        }

        return means;
    }

    private void Update(Dictionary<string, FileRecord> gradients, int count)
    {
        foreach ((int l, string parameter) in Parameters(moving: false))
        {
            FileRecord record = Take(_expected.Update(_step, l, parameter, count));
            FileRecord old = _parameters[parameter];
            bool moves = record.Tensor.Operands.Length > 1;
            FileRecord? gradient = moves ? gradients[record.Tensor.Operands[1]] : null;
            double[] derived = gradient is null ? old.Values : Arithmetic.Moved(old.Values, gradient.Values, _header.LearningRate);
            List<int> wrong = _findings.Check(record, derived, gradient is null ? [old.Tensor] : [old.Tensor, gradient.Tensor with { Sample = 0 }]);
            string given = RecordForm.Name(old.Tensor);
            foreach (int place in wrong)
            {
                _findings.Givens.Note(new Disagreement(given, place, 1, 1, record, place, moves ? null : record.Values[place]));
            }

            int moved = Enumerable.Range(0, derived.Length).Count(place => derived[place] != old.Values[place] && record.Values[place] == derived[place]);
            _findings.CountMoves(moved, moves ? wrong.Count : 0);
            _updated[parameter] = record.Values;
        }
    }

    private IEnumerable<(int Layer, string Symbol)> Parameters(bool moving)
    {
        for (int l = 1; l <= Last; l++)
        {
            yield return (l, $"W{l}");
            if (_hasBiases[l] && (!moving || _header.UpdateBiases))
            {
                yield return (l, $"b{l}");
            }
        }
    }

    private FileRecord Take(TraceRecord expected)
    {
        FileRecord? before = _source.Last;
        FileRecord? next = _source.Peek();
        if (next is null)
        {
            throw TraceFaultException.At(
                (before?.Line ?? 1) + 1,
                $"the end line stands here, and {RecordForm.Name(expected)} was expected: records are missing",
                "Write the trace again; what stands before this line follows.");
        }

        CheckBiasIsThere(next, expected);
        string? fault = RecordForm.Fault(next, expected, before);
        if (fault is not null)
        {
            throw new TraceFaultException(Misplaced(next, fault));
        }

        FileRecord record = _source.Take();
        int negativeZero = Array.FindIndex(record.Values, value => value == 0.0 && double.IsNegative(value));
        if (negativeZero >= 0 && !_findings.Any)
        {
            throw new TraceFaultException(NegativeZero(record, negativeZero));
        }

        return record;
    }

    // Which layers have biases is known from the parameters of the first step alone: one that is lost there shows only where it is read.
    private void CheckBiasIsThere(FileRecord next, TraceRecord expected)
    {
        string bias = $"b{expected.Layer}";
        bool isLost = expected.Equation == "F1" && RecordForm.IsSame(next.Tensor, expected)
            && next.Tensor.Operands.Contains(bias) && !expected.Operands.Contains(bias);
        if (isLost)
        {
            throw TraceFaultException.At(
                _parameters[$"W{expected.Layer}"].Line + 1,
                $"{_step}//{bias} was expected here, since line {next.Line} ({RecordForm.Name(next.Tensor)}) reads it: that record is missing, renamed or in another place",
                "Put the record of the biases back, or write the trace again; everything before this line follows.");
        }
    }

    private static TraceFault Misplaced(FileRecord record, string fault) => new()
    {
        Line = record.Line,
        Name = NumberName.Of(record.Tensor.Step, record.Tensor.Sample, record.Tensor.Symbol),
        Problem = $"{RecordForm.Name(record.Tensor)}: {fault}",
        Advice = "Compare with docs/trace-format.md, which lists the records and their words, or write the trace again; everything before this line follows.",
        Equation = record.Tensor.Equation,
    };

    private static TraceFault NegativeZero(FileRecord record, int place) => new()
    {
        Line = record.Line,
        Name = Elements.Name(record.Tensor, place),
        Problem = $"{Elements.Full(Elements.Name(record.Tensor, place))} is -0, which no number of a trace is: sums start at 0.0, and -0 becomes 0 where it enters",
        Advice = "Write 0, and start the sum that made it at 0.",
        Equation = record.Tensor.Equation,
        Found = -0.0,
        Derived = 0.0,
    };
}
