namespace LoopNet;

/// <summary>The steps of a worked example, one at a time: nothing is kept of a step but the network that it leaves.</summary>
public sealed class ExampleSteps
{
    private readonly Example _example;
    private readonly Network _network;

    /// <summary>Prepares the first step.</summary>
    /// <param name="example">The example; it stays as it is.</param>
    /// <exception cref="ArgumentException">The samples do not fit the network or its loss, or the shortcut does not hold for the network.</exception>
    public ExampleSteps(Example example)
    {
        ArgumentNullException.ThrowIfNull(example);
        SampleFit.Check(example.Network, example.Samples, example.Rule);
        _example = example;
        _network = example.Network.Copy();
    }

    /// <summary>How many steps have been made.</summary>
    public int Made { get; private set; }

    /// <summary>Makes the next step.</summary>
    /// <returns>Its record, with every tensor.</returns>
    /// <exception cref="NonFiniteException">A number became infinite or not a number.</exception>
    public StepRecord Next()
    {
        Batch batch = ExampleRun.BatchOf(_example, Made + 1);
        StepRecord record = StepRecord.ForTracing(_network, batch.Count);
        try
        {
            GradientDescent.Step(_network, batch, _example.Rule, record);
        }
        catch (NonFiniteException exception)
        {
            throw exception.InExample(_example.Name, Made + 1, batch.IndexOf(exception.Sample));
        }

        Made++;
        return record;
    }
}
