namespace LoopNet.Checking;

/// <summary>Reads the right numbers; a step that has no finite result ends the check.</summary>
internal sealed class RightReader(AskedIndex index, IReadOnlyList<AskedNumber> asked, Example example) : NumberReader(index, asked.Count)
{
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
}
