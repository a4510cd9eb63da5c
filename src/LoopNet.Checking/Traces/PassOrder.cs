namespace LoopNet.Checking;

/// <summary>
/// What can be known of the passes over the samples. A step with fewer samples than the batch ends a pass, so the first such
/// step of a trace that begins with step 1 gives the length of every pass; from then on, sizes and samples have to repeat.
/// </summary>
/// <param name="batch">The samples of an update.</param>
internal sealed class PassOrder(int batch)
{
    private readonly List<List<(double[] x, double[] y)>> _steps = [];
    private bool? _isKnown;
    private int? _length;

    /// <summary>Takes note of a sample.</summary>
    /// <param name="sample">The sample, walked through.</param>
    /// <param name="step">Its step, from 1.</param>
    /// <exception cref="TraceFaultException">It is not the sample of the pass before.</exception>
    public void Add(SampleWalk sample, int step)
    {
        _isKnown ??= step == 1 && batch > 1;
        FileRecord x = sample.Tensors["x"];
        FileRecord y = sample.Tensors["y"];
        if (_length is null)
        {
            Keep(x, y, step);
            return;
        }

        int number = x.Tensor.Sample!.Value;
        List<(double[] x, double[] y)> before = _steps[(step - 1) % _length.Value];
        if (number < before.Count)
        {
            Compare(x, before[number].x, step);
            Compare(y, before[number].y, step);
        }
    }

    /// <summary>Takes note of the end of a step's samples.</summary>
    /// <param name="step">The step, from 1.</param>
    /// <param name="count">Its samples.</param>
    /// <param name="line">The line of its last record so far.</param>
    /// <exception cref="TraceFaultException">It has more samples than a batch, or another number than its place in the pass has.</exception>
    public void EndStep(int step, int count, long line)
    {
        int most = _length is int length ? _steps[(step - 1) % length].Count : batch;
        if (count > most || (_length is not null && count < most))
        {
            throw TraceFaultException.At(
                line,
                $"step {step} has {count} samples, and {most} were expected: {(_length is null ? "the batch of the header" : "as in the pass before")}",
                "Look for samples that were added or lost, or write the trace again.");
        }

        if (_length is null && _isKnown == true && count < batch)
        {
            _length = step;
        }
    }

    private void Keep(FileRecord x, FileRecord y, int step)
    {
        if (_isKnown == false)
        {
            return;
        }

        while (_steps.Count < step)
        {
            _steps.Add([]);
        }

        _steps[step - 1].Add((x.Values, y.Values));
    }

    private void Compare(FileRecord record, double[] before, int step)
    {
        int place = 0;
        while (place < before.Length && Units.AreSame(record.Values[place], before[place]))
        {
            place++;
        }

        if (place < before.Length)
        {
            throw new TraceFaultException(new TraceFault
            {
                Line = record.Line,
                Name = Elements.Name(record.Tensor, place),
                Problem = $"{Elements.Full(Elements.Name(record.Tensor, place))} is {record.Values[place]:R}, and the same sample had {before[place]:R} in step {((step - 1) % _length!.Value) + 1}",
                Advice = "Give the sample the numbers that it had in the first pass; every pass has the same samples in the same order.",
                Found = record.Values[place],
                Derived = before[place],
                UnitsApart = Units.Apart(record.Values[place], before[place]),
            });
        }
    }
}
