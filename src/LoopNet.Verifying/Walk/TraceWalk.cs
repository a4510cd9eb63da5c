namespace LoopNet.Verifying;

/// <summary>Walks through a trace, step by step, in the order of docs/trace-format.md, and derives every record from those before it.</summary>
internal sealed class TraceWalk(FileHeader header, RecordReader reader, WrongNumbers wrong)
{
    private readonly StepRecords _records = new(header, reader, wrong);
    private readonly Passes _passes = new(header.Batch);
    private readonly Dictionary<string, double[]> _updated = new(StringComparer.Ordinal);

    /// <summary>How many steps have been walked through.</summary>
    public int Steps { get; private set; }

    private bool IsFirstStep => Steps == 0;

    /// <summary>Walks to the end of the trace, or of the first step with a number that does not follow.</summary>
    /// <exception cref="TraceFaultException">A record is not what it has to be.</exception>
    public void Run()
    {
        int step = Math.Max(1, reader.Peek()?.Form.Step ?? 1);
        do
        {
            _records.Begin(step);
            Parameters();
            Dictionary<string, double[]> sums = Samples(out int samples);
            if (samples > 1 && header.GoesBack)
            {
                BatchLoss(sums, samples);
                BatchGradients(sums, samples);
            }

            Update(samples > 1 ? $"{header.Reduction} " : "");
            if (wrong.Any)
            {
                return;
            }

            Steps++;
            step++;
        }
        while (reader.Peek() is not null);
        reader.CheckEnd();
    }

    // The parameters of the first step are given; those of every other are the ones that the step before ended with.
    private void Parameters()
    {
        for (int l = 1; l <= header.Last; l++)
        {
            Parameter(_records.GivenForm("parameters", l, Invariant($"W{l}"), [l, l - 1]));
            RecordForm biases = _records.GivenForm("parameters", l, Invariant($"b{l}"), [l]);
            if (IsFirstStep ? _records.IsNext(biases) : _updated.ContainsKey(biases.Symbol))
            {
                Parameter(biases);
            }
        }
    }

    private void Parameter(RecordForm expected)
    {
        if (IsFirstStep)
        {
            _records.TakeGiven(expected);
        }
        else
        {
            _records.TakeDerived(expected, _updated[expected.Symbol]);
        }
    }

    // Losses and gradients are summed on the way, in order and from 0.0, so that no sample has to be kept.
    private Dictionary<string, double[]> Samples(out int count)
    {
        Dictionary<string, double[]> sums = new(StringComparer.Ordinal);
        SampleWalk sample = new(header, _records);
        count = 0;
        do
        {
            _records.Sample = count++;
            sample.Run();
            foreach (string symbol in EachParameter().Select(parameter => $"dL/d{parameter.Symbol}").Prepend("L").Where(_records.Has))
            {
                double[] numbers = _records.Values(symbol);
                double[] sum = sums.GetValueOrDefault(symbol, new double[numbers.Length]);
                sums[symbol] = [.. sum.Zip(numbers, (soFar, next) => soFar + next)];
            }

            _passes.Add(sample.Given);
            _records.Sample = count;
        }
        while (_records.IsNext(sample.Input));
        _records.Sample = null;
        _passes.EndStep(_records.Step, count, reader.Last!.Line);
        return sums;
    }

    private void BatchLoss(Dictionary<string, double[]> sums, int samples)
    {
        if (header.HasBatchLoss)
        {
            OverBatch("M3", header.Last, "L", [], sums["L"], samples);
        }
    }

    private void BatchGradients(Dictionary<string, double[]> sums, int samples)
    {
        foreach ((int l, string parameter, int[] layers) in EachParameter().Where(parameter => Moves(parameter.Symbol)))
        {
            string gradient = $"dL/d{parameter}";
            OverBatch(IsWeight(parameter) ? "M1" : "M2", l, gradient, layers, sums[gradient], samples);
        }
    }

    private void OverBatch(string equation, int l, string of, int[] layers, double[] sum, int samples)
    {
        bool isMean = header.Reduction == "mean";
        string symbol = $"{header.Reduction} {of}";
        string formula = isMean ? Invariant($"{symbol} = (sum_s {of}) / {samples}") : $"{symbol} = sum_s {of}";
        double[] derived = isMean ? [.. sum.Select(number => 0.0 + (number / samples))] : sum;
        _records.TakeDerived(_records.Form(equation, l, symbol, layers, formula, of), derived);
    }

    private void Update(string reduction)
    {
        foreach ((int l, string parameter, int[] layers) in EachParameter())
        {
            RecordForm form = _records.Form(IsWeight(parameter) ? "U1" : "U2", l, $"{parameter}'", layers, $"{parameter}' = {parameter}", parameter);
            double[] before = _records.Values(parameter);
            if (header.LearningRate is not double rate)
            {
                _updated[parameter] = before;
                continue;
            }

            if (!Moves(parameter))
            {
                _updated[parameter] = _records.TakeDerived(form, before);
                continue;
            }

            string gradient = $"{reduction}dL/d{parameter}";
            double[] derived = [.. before.Zip(_records.Values(gradient), (old, slope) => old - (rate * slope))];
            _updated[parameter] = _records.TakeDerived(form with { Formula = $"{form.Formula} - eta {gradient}", Operands = [parameter, gradient] }, derived);
            wrong.CountMoves(before, derived, _updated[parameter]);
        }
    }

    private IEnumerable<(int Layer, string Symbol, int[] Layers)> EachParameter()
    {
        for (int l = 1; l <= header.Last; l++)
        {
            yield return (l, Invariant($"W{l}"), [l, l - 1]);
            if (_records.Has(Invariant($"b{l}")))
            {
                yield return (l, Invariant($"b{l}"), [l]);
            }
        }
    }

    private static bool IsWeight(string parameter) => parameter.StartsWith('W');

    private bool Moves(string parameter) => IsWeight(parameter) || header.UpdateBiases;
}
