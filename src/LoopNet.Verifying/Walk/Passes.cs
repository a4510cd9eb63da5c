namespace LoopNet.Verifying;

/// <summary>
/// What can be known of the passes over the samples. A step with fewer samples than the batch ends a pass, so one begins with
/// step 1 and behind each such step. The first whole pass gives the length of all: from then on, sizes and samples repeat.
/// </summary>
/// <param name="batch">The samples of an update, as the header has them.</param>
internal sealed class Passes(int batch)
{
    private readonly List<List<FileRecord[]>> _pass = [];
    private int? _begin;
    private bool _isWhole;
    private int _largest;

    /// <summary>Takes note of a sample, of what is given of it: its input, and its target or its gradient.</summary>
    /// <exception cref="TraceFaultException">It is not the sample of the pass before.</exception>
    public void Add(FileRecord[] given)
    {
        RecordForm input = given[0].Form;
        int step = input.Step;
        _begin ??= step == 1 ? 1 : null;
        if (_isWhole)
        {
            List<FileRecord[]> before = StepOfThePass(step);
            for (int place = 0; place < given.Length && input.Sample < before.Count; place++)
            {
                Compare(given[place], before[input.Sample.Value][place]);
            }
        }
        else if (_begin is int begin && batch > 1)
        {
            if (_pass.Count == step - begin)
            {
                _pass.Add([]);
            }

            _pass[^1].Add(given);
        }
    }

    /// <summary>Takes note of the number of a step's samples, which end on a line.</summary>
    /// <exception cref="TraceFaultException">It has more samples than a batch, or another number than its place in the pass has; step 1 has a whole batch.</exception>
    public void EndStep(int step, int count, long line)
    {
        if (step == 1 && count < batch)
        {
            throw new TraceFaultException(new TraceFault
            {
                Line = 1,
                Problem = Invariant($"\"batch\" is {batch}, and step 1, which has as many samples, has {count}"),
                Advice = "Set \"batch\" right in the header, or look for samples that were lost.",
            });
        }

        int most = _isWhole ? StepOfThePass(step).Count : batch;
        if (count > most || (_isWhole && count < most))
        {
            throw Refusal(new TraceFault
            {
                Line = line,
                Problem = Invariant($"step {step} has {count} samples, and {most} were expected: {(_isWhole ? "as in the pass before" : "the batch of the header")}"),
                Advice = "Look for samples that were added or lost, or write the trace again.",
            });
        }

        _largest = Math.Max(_largest, count);
        if (!_isWhole && count < batch)
        {
            _isWhole = _begin is not null;
            _begin ??= step + 1;
        }
    }

    private List<FileRecord[]> StepOfThePass(int step) => _pass[(step - _begin!.Value) % _pass.Count];

    private void Compare(FileRecord record, FileRecord before)
    {
        for (int place = 0; place < before.Values.Length; place++)
        {
            if (!Units.AreSame(record.Values[place], before.Values[place]))
            {
                throw Refusal(record.Fault(
                    place,
                    before.Values[place],
                    Invariant($"and the same sample had {before.Values[place]:R} in step {before.Form.Step}"),
                    "Give the sample the numbers that it had in the first pass; every pass has the same samples in the same order."));
            }
        }
    }

    // Where no step has as many samples as the batch, it is the header that makes a whole pass of each step.
    private TraceFaultException Refusal(TraceFault fault) => new(!_isWhole || _largest == batch ? fault : new TraceFault
    {
        Line = 1,
        Problem = Invariant($"\"batch\" is {batch}, and no step has as many samples, so step {_begin} is a whole pass and every step has its samples; but {fault.Problem}"),
        Advice = "Set \"batch\" right in the header, or give every step the same samples.",
    });
}
