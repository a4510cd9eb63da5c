namespace LoopNet;

/// <summary>The steps of a worked example, each with every tensor.</summary>
public static class ExampleRun
{
    /// <summary>The samples of a step of an example, whose passes follow one another.</summary>
    /// <param name="example">The example.</param>
    /// <param name="step">The step, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is less than 1.</exception>
    public static Batch BatchOf(Example example, int step)
    {
        ArgumentNullException.ThrowIfNull(example);
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
        int updates = Batch.CountPerPass(example.Samples.Count, example.BatchSize);
        return Batch.OfPass(example.Samples, null, example.BatchSize, (step - 1) % updates);
    }

    /// <summary>Makes the updates of an example, pass after pass, on a copy of its network.</summary>
    /// <param name="example">The example; it stays as it is.</param>
    /// <param name="steps">How many updates to make; null for as many as the example says.</param>
    /// <returns>One record for each update, in order.</returns>
    /// <exception cref="ArgumentException">The samples do not fit the network or its loss, or the shortcut does not hold for the network.</exception>
    /// <exception cref="NonFiniteException">A number became infinite or not a number.</exception>
    public static StepRecord[] Records(Example example, int? steps = null)
    {
        ArgumentNullException.ThrowIfNull(example);
        SampleFit.Check(example.Network, example.Samples, example.Rule);
        Network network = example.Network.Copy();
        StepRecord[] records = new StepRecord[steps ?? example.Steps];
        for (int step = 0; step < records.Length; step++)
        {
            Batch batch = BatchOf(example, step + 1);
            StepRecord record = StepRecord.ForTracing(network, batch.Count);
            try
            {
                GradientDescent.Step(network, batch, example.Rule, record);
            }
            catch (NonFiniteException exception)
            {
                throw exception.InExample(example.Name, step + 1, batch.IndexOf(exception.Sample));
            }

            records[step] = record;
        }

        return records;
    }
}
