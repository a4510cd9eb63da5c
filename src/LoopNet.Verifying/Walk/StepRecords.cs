namespace LoopNet.Verifying;

/// <summary>The records of a step as they are read: each has to be the expected one, and its numbers those that follow.</summary>
internal sealed class StepRecords(FileHeader header, RecordReader reader, WrongNumbers wrong)
{
    private readonly Dictionary<string, FileRecord> _records = new(StringComparer.Ordinal);

    /// <summary>The step, from 1.</summary>
    public int Step { get; private set; }

    /// <summary>The sample, from 0; null for what belongs to the whole step.</summary>
    public int? Sample { get; set; }

    /// <summary>The record of a tensor of the step, or of the sample that is read.</summary>
    public FileRecord this[string symbol] => _records[symbol];

    /// <summary>Whether the step has a tensor: the biases of a layer, for example, <c>b1</c>.</summary>
    public bool Has(string symbol) => _records.ContainsKey(symbol);

    /// <summary>The numbers of a tensor.</summary>
    public double[] Values(string symbol) => _records[symbol].Values;

    /// <summary>Begins a step; the one before has followed.</summary>
    public void Begin(int step)
    {
        (Step, Sample) = (step, null);
        _records.Clear();
        wrong.BeginStep();
    }

    /// <summary>What a record has to say; its shape is the sizes of some layers.</summary>
    public RecordForm Form(string equation, int layer, string symbol, int[] layers, string formula, params string[] operands)
    {
        string phase = equation[0] switch
        {
            'F' => equation == "F3" ? "loss" : "forward",
            'B' => "backward",
            'M' => "mean",
            _ => "update",
        };
        return GivenForm(phase, layer, symbol, layers) with { Equation = equation, Formula = formula, Operands = operands };
    }

    /// <summary>What the record of a given tensor has to say.</summary>
    public RecordForm GivenForm(string phase, int layer, string symbol, int[] layers)
    {
        return new RecordForm(Step, Sample, phase, layer, null, symbol, [.. layers.Select(l => header.Sizes[l])], null, []);
    }

    /// <summary>Whether the next record of the file is the expected one, but for one word at most.</summary>
    public bool IsNext(RecordForm expected) => reader.Peek() is FileRecord next && next.Form.IsNearly(expected);

    /// <summary>Takes a record that nothing before it in the file explains.</summary>
    public FileRecord TakeGiven(RecordForm expected)
    {
        FileRecord record = Take(expected);
        wrong.Given.Add(record);
        return record;
    }

    /// <summary>Takes a record whose numbers follow to the bit.</summary>
    public double[] TakeDerived(RecordForm expected, double[] derived) => TakeDerived(expected, _ => [.. derived.Select(NumberRange.Exactly)]);

    /// <summary>Takes a record whose numbers follow to a range each, which may depend on what they are.</summary>
    public double[] TakeDerived(RecordForm expected, Func<double[], NumberRange[]> allowed)
    {
        FileRecord record = Take(expected);
        wrong.Check(record, allowed(record.Values), _records);
        return record.Values;
    }

    /// <summary>Takes the next record of the file, which has to be the expected one.</summary>
    /// <exception cref="TraceFaultException">It is another one, or holds -0.</exception>
    public FileRecord Take(RecordForm expected)
    {
        FileRecord? before = reader.Last;
        FileRecord next = reader.Peek() ?? throw TraceFaultException.At(
            (before?.Line ?? 1) + 1,
            $"the end line stands here, and {expected.Name} was expected: records are missing",
            "Write the trace again; what stands before this line follows.");
        RefuseWithoutBiases(next, expected);
        if (next.Misplacement(expected, before) is string misplacement)
        {
            throw new TraceFaultException(new TraceFault
            {
                Line = next.Line,
                Name = new ElementName(next.Form.Step, next.Form.Sample, next.Form.Symbol),
                Problem = $"{next.Form.Name}: {misplacement}",
                Advice = "Compare with docs/trace-format.md, which lists the records and their words, or write the trace again; everything before this line follows.",
                Equation = next.Form.Equation,
            });
        }

        _records[expected.Symbol] = reader.Take();
        int negativeZero = Array.FindIndex(next.Values, value => Units.AreSame(value, -0.0));
        if (negativeZero >= 0 && !wrong.Any)
        {
            const string Problem = "which no number of a trace is: sums start at 0.0, and -0 becomes 0 where it enters";
            throw new TraceFaultException(next.Fault(negativeZero, 0.0, Problem, "Write 0, and start the sum that made it at 0.") with { UnitsApart = null });
        }

        return next;
    }

    // Which layers have biases is known from the parameters of the first step alone: one that is lost there shows only where it is read.
    private void RefuseWithoutBiases(FileRecord next, RecordForm expected)
    {
        string bias = Invariant($"b{expected.Layer}");
        bool isLost = expected.Equation == "F1" && next.Form.IsAbout(expected) && next.Form.Operands.Contains(bias) && !expected.Operands.Contains(bias);
        if (isLost)
        {
            throw TraceFaultException.At(
                _records[Invariant($"W{expected.Layer}")].Line + 1,
                Invariant($"{Step}//{bias} was expected here, since line {next.Line} ({next.Form.Name}) reads it: that record is missing, renamed or in another place"),
                "Put the record of the biases back, or write the trace again; everything before this line follows.");
        }
    }
}
