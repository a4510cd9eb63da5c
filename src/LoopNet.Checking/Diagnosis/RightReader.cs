using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>Reads the right numbers and judges the written ones by them; a step that has no finite result ends the check.</summary>
internal sealed class RightReader(AskedIndex index, IReadOnlyList<AskedNumber> asked, Example example) : NumberReader(index, asked.Count)
{
    private readonly Verdict[] _verdicts = new Verdict[asked.Count];

    /// <summary>How each number that was given compares with the right one.</summary>
    public IReadOnlyList<Verdict> Verdicts => _verdicts;

    /// <summary>The step of the first wrong number; null where none is wrong.</summary>
    public StepRecord? FirstWrongStep { get; private set; }

    public override void Finished(CalculatedStep step)
    {
        for (int s = 0; s < step.Count; s++)
        {
            try
            {
                FiniteCheck.Gradients(step.Samples[s], s);
            }
            catch (NonFiniteException exception)
            {
                throw exception.InExample(example.Name, step.Number, ExampleRun.BatchOf(example, step.Number).IndexOf(s));
            }
        }
    }

    protected override void Read(CalculatedStep step, Tensor tensor, IReadOnlyList<(int Number, int Row, int Column)> numbers)
    {
        foreach ((int number, _, _) in numbers)
        {
            _verdicts[number] = asked[number].Judge(Values[number]);
            if (_verdicts[number] == Verdict.Wrong && FirstWrongStep is null)
            {
                FirstWrongStep = step.Record;
                step.IsKept = true;
            }
        }
    }
}
