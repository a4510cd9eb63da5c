namespace LoopNet.Verifying;

/// <summary>
/// What can be known of the passes over the samples. A step with fewer samples than the batch ends a pass, so the first such
/// step of a trace that begins with step 1 gives the length of every pass; from then on, sizes and samples have to repeat.
/// </summary>
/// <param name="batch">The samples of an update, as the header has them.</param>
internal sealed class Passes(int batch)
{
    private readonly List<List<(FileRecord x, FileRecord y)>> _pass = [];
    private int? _begin;
    private bool _isWhole;

    /// <summary>Takes note of a sample.</summary>
    /// <exception cref="TraceFaultException">It is not the sample of the pass before.</exception>
    public void Add(FileRecord x, FileRecord y)
    {
        int step = x.Form.Step;
        _begin ??= step == 1 ? 1 : null;
        if (_isWhole)
        {
            List<(FileRecord x, FileRecord y)> before = StepOfThePass(step);
            if (x.Form.Sample < before.Count)
            {
                Compare(x, before[x.Form.Sample.Value].x);
                Compare(y, before[x.Form.Sample.Value].y);
            }
        }
        else if (_begin is int begin && batch > 1)
        {
            if (_pass.Count == step - begin)
            {
                _pass.Add([]);
            }

            _pass[^1].Add((x, y));
        }
    }

    /// <summary>Takes note of the end of a step's samples.</summary>
    /// <param name="step">The step, from 1.</param>
    /// <param name="count">Its samples.</param>
    /// <param name="line">The line of its last record so far.</param>
    /// <exception cref="TraceFaultException">It has more samples than a batch, or another number than its place in the pass has.</exception>
    public void EndStep(int step, int count, long line)
    {
        int most = _isWhole ? StepOfThePass(step).Count : batch;
        if (count > most || (_isWhole && count < most))
        {
            throw new TraceFaultException(new TraceFault
            {
                Line = line,
                Problem = $"step {step} has {count} samples, and {most} were expected: {(_isWhole ? "as in the pass before" : "the batch of the header")}",
                Advice = "Look for samples that were added or lost, or write the trace again.",
            });
        }

        if (!_isWhole && count < batch)
        {
            _isWhole = _begin is not null;
        }
    }

    private List<(FileRecord x, FileRecord y)> StepOfThePass(int step) => _pass[(step - _begin!.Value) % _pass.Count];

    private static void Compare(FileRecord record, FileRecord before)
    {
        for (int place = 0; place < before.Values.Length; place++)
        {
            if (!Units.AreSame(record.Values[place], before.Values[place]))
            {
                throw new TraceFaultException(record.Fault(
                    place,
                    before.Values[place],
                    $"and the same sample had {before.Values[place]:R} in step {before.Form.Step}",
                    "Give the sample the numbers that it had in the first pass; every pass has the same samples in the same order."));
            }
        }
    }
}
