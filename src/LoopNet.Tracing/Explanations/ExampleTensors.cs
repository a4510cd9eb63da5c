namespace LoopNet.Tracing;

/// <summary>
/// The tensors of an example, by name, at any step: steps are computed when they are first asked for. Only the last ones on the way to
/// a step are kept; for an earlier one the run is made again.
/// </summary>
public sealed class ExampleTensors
{
    // At eight bytes a number, 128 MB.
    private const long MostNumbers = 16_000_000;

    private const int MostKept = 1000;

    private readonly Queue<(int Step, StepRecord Record)> _last = [];
    private readonly Dictionary<int, StepTrace> _steps = [];
    private readonly int _kept;
    private ExampleSteps _run;

    /// <summary>Takes an example.</summary>
    /// <param name="example">The example; it stays as it is.</param>
    public ExampleTensors(Example example)
    {
        ArgumentNullException.ThrowIfNull(example);
        Example = example;
        Header = TraceHeader.Of(example);
        _run = new ExampleSteps(example);
        long numbers = new StepTensors(example.Network, example.Rule, Header.Batch).InOrder.Sum(tensor => tensor.Kind == TensorKind.dz_dW ? 0L : tensor.Count);
        _kept = (int)Math.Clamp(MostNumbers / numbers, 2, MostKept);
    }

    /// <summary>The example.</summary>
    public Example Example { get; }

    /// <summary>Its network and its rule.</summary>
    public TraceHeader Header { get; }

    /// <summary>The tensor that a name means, its index aside.</summary>
    /// <param name="name">The name of a tensor, or of an element.</param>
    /// <exception cref="TraceException">There is no such tensor, or the index does not fit its shape.</exception>
    /// <exception cref="NonFiniteException">A number on the way to its step is infinite or not a number.</exception>
    public TraceRecord Find(NumberName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        StepTrace step = Step(name.Step);
        TraceRecord record = step.Find(name.Symbol, name.Sample) ?? throw Unknown(name, step);
        NameErrors.CheckIndex(name.Symbol, name.Index, record.Tensor.Shape, allowsParts: false);
        return record;
    }

    /// <summary>A step with its tensors.</summary>
    /// <param name="number">The step, 1 to <see cref="Example.MostSteps"/>.</param>
    /// <exception cref="TraceException">No example has so many steps.</exception>
    /// <exception cref="NonFiniteException">A number on the way to it is infinite or not a number.</exception>
    public StepTrace Step(int number)
    {
        if (number > Example.MostSteps)
        {
            throw new TraceException(Invariant($"Step {number:N0} of {Example.Name} is asked for, but an example has {Example.MostSteps:N0} steps at most: name an earlier step."));
        }

        if (number > Example.LastStep)
        {
            string last = Example.LastStep == 1 ? "it has one step" : Invariant($"its pass has {Example.LastStep} steps");
            throw new TraceException(Invariant($"Step {number:N0} of {Example.Name} is asked for, but {last}: without a learning rate nothing moves, and later steps would repeat it."));
        }

        if (!_steps.TryGetValue(number, out StepTrace? step))
        {
            Reach(number);
            StepRecord record = _last.First(kept => kept.Step == number).Record;
            step = new StepTrace(Header, number, record);
            if (_steps.Count >= _kept)
            {
                _steps.Clear();
            }

            _steps.Add(number, step);
        }

        return step;
    }

    private void Reach(int number)
    {
        if (_last.TryPeek(out (int Step, StepRecord Record) oldest) && number < oldest.Step)
        {
            _last.Clear();
            _run = new ExampleSteps(Example);
        }

        while (_run.Made < number)
        {
            if (_last.Count == _kept)
            {
                _last.Dequeue();
            }

            StepRecord record = _run.Next();
            _last.Enqueue((_run.Made, record));
        }
    }

    private TraceException Unknown(NumberName name, StepTrace step)
    {
        int count = step.Numbers.Samples.Length;
        return name.Sample >= count
            ? NameErrors.NoSuchSample(name.Element, Example.Name, name.Step, name.Sample, count)
            : NameErrors.Unknown(name.Symbol, Example.Name, name.Step, name.Sample, [.. step.Records.Select(record => record.Symbol).Distinct(StringComparer.Ordinal)]);
    }
}
