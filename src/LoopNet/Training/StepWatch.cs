namespace LoopNet;

/// <summary>Asks a training run for every tensor of some of its steps.</summary>
/// <param name="Steps">The steps, counted from 1 over all epochs.</param>
/// <param name="Take">Receives the number of such a step and its record, just after the step; the record's parameters before the step stay true only until the next.</param>
public sealed record StepWatch(IReadOnlySet<long> Steps, Action<long, StepRecord> Take)
{
    /// <summary>Hears the number of every step just before it; null for nobody.</summary>
    public Action<long>? Before { get; init; }
}
