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
    /// <param name="steps">How many updates to make, 1 to <see cref="Example.MostSteps"/>; null for as many as the example says. All of them are kept.</param>
    /// <returns>One record for each update, in order.</returns>
    /// <exception cref="ArgumentException">The samples do not fit the network or its loss, or the shortcut does not hold for the network.</exception>
    /// <exception cref="NonFiniteException">A number became infinite or not a number.</exception>
    public static StepRecord[] Records(Example example, int? steps = null)
    {
        ArgumentNullException.ThrowIfNull(example);
        int count = steps ?? example.Steps;
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1, nameof(steps));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Example.MostSteps, nameof(steps));
        ExampleSteps run = new(example);
        StepRecord[] records = new StepRecord[count];
        for (int step = 0; step < count; step++)
        {
            records[step] = run.Next();
        }

        return records;
    }
}
