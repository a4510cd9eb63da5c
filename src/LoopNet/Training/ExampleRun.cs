namespace LoopNet;

/// <summary>The steps of a worked example, each with every tensor.</summary>
public static class ExampleRun
{
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
            Batch batch = Batch.OfStep(example, step + 1);
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
