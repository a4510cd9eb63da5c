namespace LoopNet.Tracing;

/// <summary>The steps of an example as a trace goes through them.</summary>
internal static class TracedSteps
{
    /// <summary>The names in which an example is written.</summary>
    public static OwnNames Names(Example example, TextOptions options) => new(example, options.Notation ?? example.Notation, options.Names);

    /// <summary>The steps, each made when the one before has been written: a trace of any length takes the memory of one.</summary>
    /// <param name="header">The header of the example.</param>
    /// <param name="example">The example.</param>
    /// <param name="steps">How many steps; null for as many as the example says.</param>
    /// <exception cref="TraceException">There are not as many steps.</exception>
    public static IEnumerable<StepTrace> Of(TraceHeader header, Example example, int? steps)
    {
        if (steps > example.LastStep)
        {
            throw new TraceException(
                Invariant($"{steps} steps of {example.Name} are asked for, and there are {example.LastStep}: without a learning rate nothing moves, and later steps would repeat these; give the example a learning rate, or ask for fewer."));
        }

        ExampleSteps run = new(example);
        return Enumerable.Range(1, steps ?? example.Steps).Select(step => new StepTrace(header, step, run.Next()));
    }
}
